"""The people of an organisation: their roles, who is invited, who leaves and to whom their indicators go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.accounts.access import may
from auditblanc.accounts.access import organisation as organisation_of
from auditblanc.accounts.models import Membership, Organisation, Role
from auditblanc.accounts.rights import RIGHTS, Right
from auditblanc.accounts.writes import LastOwnerError
from auditblanc.assessments.people import reads, writes
from auditblanc.assessments.people.forms import InviteForm, RoleForm
from auditblanc.assessments.people.links import again, invitation_link, new_password_link
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import see_other
from auditblanc.domain.french import counted, listed

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.accounts.models import User

_NO_HEIR = "La personne choisie n’est plus dans l’organisme : rien n’a changé, choisissez de nouveau."
_LAST = "Un organisme garde au moins un propriétaire : nommez-en d’abord un autre."


@require_http_methods(["GET", "HEAD", "POST"])
def members(request: SignedInRequest, organisation: str) -> HttpResponse:
    """The list; a new invitation shows its link once, here."""
    right = Right.READ if request.method != "POST" else Right.MANAGE
    row = organisation_of(request, organisation, right)
    form = InviteForm(request.POST or None)
    link = ""
    if request.method == "POST" and form.is_valid():
        role, email = Role(form.cleaned_data["role"]), form.cleaned_data["email"].lower()
        secret = writes.invite(row, role=role, email=email, stamp=stamp(request))
        link = invitation_link(request, secret, email, str(row))
        form = InviteForm()
    return _page(request, row, form, link=link)


@require_POST
def change_role(request: SignedInRequest, organisation: str, person: str) -> HttpResponse:
    row = organisation_of(request, organisation, Right.MANAGE)
    form, member = RoleForm(request.POST), _member(row, person)
    if not form.is_valid():
        messages.error(request, "Ce rôle n’existe pas : choisissez-en un dans la liste.")
    else:
        role = Role(form.cleaned_data["role"])
        try:
            writes.change_role(member, role, stamp(request))
        except LastOwnerError:
            messages.error(request, _LAST)
        else:
            messages.success(request, f"{member.user} est maintenant {role.label}.")
    return see_other("people:members", organisation)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_member(request: SignedInRequest, organisation: str, person: str) -> HttpResponse:
    """A person leaves, or an owner takes them out; what was theirs to answer goes to somebody else."""
    is_oneself = person == request.user.key
    row = organisation_of(request, organisation, Right.READ if is_oneself else Right.MANAGE)
    member = _member(row, person)
    heirs = [each for each in reads.answering(row) if each.key != person]
    if request.method == "POST":
        return _removed(request, row, member, heirs)
    given = next(each.given for each in reads.members(row) if each.pk == member.pk)  # type: ignore[attr-defined]  # counted by the read
    context = {
        "organisation": row,
        "member": member,
        "choices": [(each.key, str(each)) for each in heirs],
        "theirs": listed(_words(given, reads.own_actions(member).count())),
        "is_oneself": is_oneself,
    }
    return render(request, "people/remove_member.html", context)


def _removed(request: SignedInRequest, row: Organisation, member: Membership, heirs: list[User]) -> HttpResponse:
    asked = request.POST.get("heir", "")
    heir = next((each for each in heirs if each.key == asked), None)
    if asked and heir is None:
        messages.error(request, _NO_HEIR)
        return see_other("people:remove_member", row.key, member.user.key)
    try:
        over = writes.remove(member, heir, stamp(request))
    except LastOwnerError:
        messages.error(request, _LAST)
        return see_other("people:members", row.key)
    is_oneself = member.user == request.user
    what = listed([words for words in _words(over.indicators, over.actions) if heir])
    moved = f" À {heir} : {what}." if what else ""
    messages.success(request, f"{'Vous avez' if is_oneself else f'{member.user} a'} quitté « {row} ».{moved}")
    return see_other("assessments:home") if is_oneself else see_other("people:members", row.key)


def _words(indicators: int, actions: int) -> list[str]:
    """« 3 indicateurs », « 2 actions » ; what there is none of is not told."""
    found = ((indicators, "indicateur"), (actions, "action"))
    return [counted(count, word, f"{word}s") for count, word in found if count]


@require_POST
def take_back(request: SignedInRequest, organisation: str, invitation: int) -> HttpResponse:
    row = organisation_of(request, organisation, Right.MANAGE)
    found = row.invitations.filter(pk=invitation).first()
    if found is None:
        raise Http404
    writes.take_back(row, found, stamp(request))
    messages.success(request, "L’invitation est retirée : son lien ne sert plus.")
    return see_other("people:members", organisation)


@require_POST
def new_password(request: SignedInRequest, organisation: str, person: str) -> HttpResponse:
    """A link for a member who forgot their password, where no letter goes out: only for who belongs nowhere else."""
    row = organisation_of(request, organisation, Right.MANAGE)
    member = _member(row, person)
    if _belongs_elsewhere(request, member):
        messages.error(request, _ELSEWHERE.format(name=member.user))
        return see_other("people:members", organisation)
    again(request)
    return _page(request, row, InviteForm(), password_link=new_password_link(request, member.user), of=member)


_ELSEWHERE = (
    "{name} appartient aussi à des organismes qui ne sont pas les vôtres : demandez ce lien à qui administre le site."
)


def _belongs_elsewhere(request: SignedInRequest, member: Membership) -> bool:
    """Another organisation's owner is not to be let into this one's accounts, nor the other way."""
    mine = Organisation.objects.filter(memberships__user=request.user, memberships__role=Role.OWNER)
    return member.user.is_administrator or member.user.memberships.exclude(organisation__in=mine).exists()


def _member(row: Organisation, person: str) -> Membership:
    found = Membership.objects.filter(organisation=row, user__key=person).select_related("user").first()
    if found is None:
        raise Http404
    return found


def _page(request: SignedInRequest, row: Organisation, form: InviteForm, **more: object) -> HttpResponse:
    context = {
        "organisation": row,
        "members": reads.members(row),
        "pending": reads.pending(row, timezone.now()),
        "form": form,
        "may_manage": may(row, Right.MANAGE),
        "rights": [(right, [role.label for role in Role if right in RIGHTS[role]]) for right in Right],
        "roles": InviteForm.base_fields["role"].choices,  # type: ignore[attr-defined]  # a field of choices
        "link": "",
        "password_link": "",
        "of": None,
        **more,
    }
    return render(request, "people/members.html", context, status=422 if form.errors else 200)
