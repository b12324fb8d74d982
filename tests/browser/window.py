"""Windows of a browser on the site that runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext

from tests.web.local.started import Site

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page


# The browser says so of every page that is an error on purpose.
_EXPECTED = "Failed to load resource"


@dataclass
class Windows:
    browser: Browser
    site: Site
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    @cached_property
    def address(self) -> str:
        return urljoin(self.site.address, "/")

    def open(
        self, *, width: int = 1280, height: int = 900, theme: str = "light", known: bool = True, **options: Any
    ) -> Page:
        """A window; ``known``: its person is signed in. ``options`` are those of Playwright's contexts."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": width, "height": height},
            color_scheme=theme,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            **options,
        )
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        if known:
            answer = context.request.get(self.site.address)
            assert answer.ok, f"signing in: {answer.status} {answer.text()[:2000]}"
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._hear)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(_EXPECTED):
            self.faults.append(message.text)

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        assert self.faults == [], self.faults
