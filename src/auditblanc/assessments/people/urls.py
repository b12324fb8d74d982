"""The addresses of people: only a site for several has them."""

from __future__ import annotations

from django.urls import path

from auditblanc.assessments.people.views import administration, comments, members, notices, shares
from auditblanc.assessments.people.views.invited import invited

app_name = "people"
urlpatterns = [
    path("invitation/<str:secret>/", invited, name="invited"),
    path("mon-travail/", shares.my_work, name="my_work"),
    path("site/<slug:name>/", notices.notice, name="notice"),
    path("administration/textes/<slug:name>/", notices.write_notice, name="write_notice"),
    path("administration/", administration.administration, name="administration"),
    path("administration/essai/", administration.try_mail, name="try_mail"),
    path("administration/<slug:person>/fermer/", administration.close_account, name="close_account"),
    path("administration/<slug:person>/mot-de-passe/", administration.account_password, name="account_password"),
    path("o/<slug:organisation>/personnes/", members.members, name="members"),
    path("o/<slug:organisation>/personnes/invitations/<int:invitation>/retirer/", members.take_back, name="take_back"),
    path("o/<slug:organisation>/personnes/<slug:person>/role/", members.change_role, name="change_role"),
    path("o/<slug:organisation>/personnes/<slug:person>/retirer/", members.remove_member, name="remove_member"),
    path("o/<slug:organisation>/personnes/<slug:person>/mot-de-passe/", members.new_password, name="new_password"),
    path(
        "o/<slug:organisation>/evaluations/<slug:key>/indicateurs/<int:indicator>/commentaires/",
        comments.comments,
        name="comments",
    ),
    path(
        "o/<slug:organisation>/evaluations/<slug:key>/indicateurs/<int:indicator>/commentaires/<slug:comment>/",
        comments.settle_comment,
        name="settle_comment",
    ),
    path("o/<slug:organisation>/evaluations/<slug:key>/personnes/", shares.shares, name="shares"),
]
