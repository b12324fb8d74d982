"""The tables of who: a person, an organisation, and what the one is to the other."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key


class Role(models.TextChoices):
    """What a person is in an organisation; what each may do stands in :mod:`auditblanc.accounts.rights`."""

    OWNER = "owner", "propriétaire"
    EDITOR = "editor", "rédacteur"
    CONTRIBUTOR = "contributor", "contributeur"
    READER = "reader", "lecteur"
    AUDITOR = "auditor", "auditeur"


class User(AbstractBaseUser):
    """A person. The one who works alone on their own machine has neither e-mail nor password.

    ``key`` names them in the journal, where it stays after they are gone. ``is_administrator``: looks after the installation,
    which gives no right in any organisation.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    name = models.CharField("nom", max_length=200, blank=True)
    email = models.EmailField("adresse électronique", null=True, blank=True, unique=True)
    is_active = models.BooleanField("actif", default=True)
    is_administrator = models.BooleanField("administrateur du site", default=False)
    # Looking changes nothing: coming in is not written down here.
    last_login = None

    USERNAME_FIELD = "email"
    objects = BaseUserManager["User"]()

    class Meta:
        verbose_name = "personne"
        verbose_name_plural = "personnes"

    def __str__(self) -> str:
        return self.name or self.email or "Vous"


class Organisation(models.Model):
    """A training provider. ``is_example``: one of the worked examples, fictitious.

    ``removed_at``: thrown away that day, gone for good thirty days later.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    name = models.CharField("nom", max_length=200)
    accent = models.CharField("couleur", max_length=7, blank=True)
    is_example = models.BooleanField("exemple fictif", default=False)
    created_at = models.DateTimeField("créée le")
    removed_at = models.DateTimeField("retirée le", null=True, blank=True)

    class Meta:
        verbose_name = "organisme"
        verbose_name_plural = "organismes"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_organisation_has_a_name",
                condition=~models.Q(name=""),
                violation_error_message="Un organisme n’a pas de nom : donnez-lui un nom.",
            ),
            models.CheckConstraint(
                name="accent_is_a_colour",
                condition=models.Q(accent="") | models.Q(accent__regex=r"^#[0-9a-f]{6}$"),
                violation_error_message="La couleur s’écrit « # » suivi de six chiffres de 0 à f, par exemple #1f4e79.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Logo(models.Model):
    """The picture of an organisation, for its documents: small, and of a kind that was checked."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, verbose_name="organisme")
    media_type = models.CharField("type", max_length=20)
    data = models.BinaryField("image")

    class Meta:
        verbose_name = "logo"
        verbose_name_plural = "logos"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_logo_is_png_or_jpeg",
                condition=models.Q(media_type__in=["image/png", "image/jpeg"]),
                violation_error_message="Un logo est une image PNG ou JPEG : convertissez-la puis réessayez.",
            ),
        ]

    def __str__(self) -> str:
        return f"logo de {self.organisation}"


class Membership(models.Model):
    """What a person is to an organisation."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships", verbose_name="personne")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships", verbose_name="organisme"
    )
    role = models.CharField("rôle", max_length=11, choices=Role.choices)

    class Meta:
        verbose_name = "appartenance"
        verbose_name_plural = "appartenances"
        # Whose organisations are listed, without reading the rows.
        indexes: ClassVar = [models.Index(fields=["user", "organisation", "role"], name="organisations_of_a_person")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_role_per_person_and_organisation",
                fields=["organisation", "user"],
                violation_error_message="Cette personne a déjà un rôle dans cet organisme.",
            ),
            models.CheckConstraint(
                name="a_role_is_known",
                condition=models.Q(role__in=Role.values),
                violation_error_message="Ce rôle n’existe pas : choisissez propriétaire, rédacteur, contributeur, lecteur ou auditeur.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()} de {self.organisation}"


class Invitation(models.Model):
    """A link that lets one person in, once. ``digest``: of its secret, which is shown when it is made and kept nowhere.

    Without an organisation it opens an account alone; ``person`` is the one who works here already without an account,
    and gets one by it.
    """

    digest = models.CharField("empreinte", max_length=64, unique=True)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="invitations",
        verbose_name="organisme",
        null=True,
        blank=True,
    )
    role = models.CharField("rôle", max_length=11, choices=Role.choices, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    person = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="+", verbose_name="personne", null=True, blank=True
    )
    invited_by = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="+", verbose_name="invité par", null=True, blank=True
    )
    created_at = models.DateTimeField("créée le")
    expires_at = models.DateTimeField("valable jusqu’au")

    class Meta:
        verbose_name = "invitation"
        verbose_name_plural = "invitations"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_invitation_to_an_organisation_has_a_role",
                condition=models.Q(organisation=None, role="")
                | (models.Q(organisation__isnull=False) & models.Q(role__in=Role.values)),
                violation_error_message="Une invitation dans un organisme dit le rôle : choisissez-en un.",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation de {self.email or 'quelqu’un'}"


class Tag(models.Model):
    """A word by which a person finds some of their organisations again; nobody else sees it."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tags", verbose_name="personne")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="tags", verbose_name="organisme"
    )
    word = models.CharField("étiquette", max_length=50)

    class Meta:
        verbose_name = "étiquette"
        verbose_name_plural = "étiquettes"
        ordering: ClassVar = ["word"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_tag_is_put_once",
                fields=["person", "word", "organisation"],
                violation_error_message="Cet organisme porte déjà cette étiquette.",
            ),
            models.CheckConstraint(
                name="a_tag_has_a_word",
                condition=~models.Q(word=""),
                violation_error_message="Une étiquette est un mot : écrivez-le.",
            ),
        ]

    def __str__(self) -> str:
        return self.word


class Notice(models.Model):
    """A text of whoever runs a shared site, in the place of the one that it comes with."""

    name = models.CharField("nom", max_length=20, unique=True)
    text = models.TextField("texte", blank=True)
    updated_at = models.DateTimeField("modifié le")

    class Meta:
        verbose_name = "mention"
        verbose_name_plural = "mentions"

    def __str__(self) -> str:
        return self.name
