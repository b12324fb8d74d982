"""The legal notices and the record of processing of a shared site, as it comes: what the program does, and what is left to say."""

from __future__ import annotations

from dataclasses import dataclass

from auditblanc.accounts.models import Notice as Written

_LEGAL = """Ce site est ouvert par : [nom ou raison sociale, forme juridique, adresse, téléphone, adresse électronique].
Responsable de la publication : [nom].
Hébergeur : [nom, adresse, téléphone].

Il fait tourner Auditblanc, logiciel libre sous licence AGPL, qui aide à préparer un audit Qualiopi. Auditblanc ne certifie personne : seul l’organisme certificateur constate et décide.

Aucun traceur, aucun appel à un autre site. Deux témoins de connexion servent à vous reconnaître et à protéger les formulaires ; ils ne servent à rien d’autre."""
_PROCESSING = """Responsable du traitement : [nom, adresse, contact]. Délégué à la protection des données : [nom ou « aucun »].

Finalité : préparer les audits Qualiopi des organismes inscrits ici.
Base légale : [à dire par le responsable du traitement].

Personnes concernées et données
- Qui a un compte : nom, adresse électronique, empreinte du mot de passe, clés et codes de la double authentification, sessions ouvertes (date, adresse réseau, navigateur).
- Qui travaille dans un organisme : son rôle, les indicateurs qui lui sont confiés, ses commentaires, et ce qu’il a changé (journal : qui, quand, avant, après).
- Les personnes citées dans les preuves et les textes, par les organismes eux-mêmes. Une preuve se marque « données personnelles » ou « données de santé » ; ces dernières restent hors des dossiers et des rapports, sauf demande.

Destinataires : les membres de l’organisme, selon leur rôle ; l’hébergeur. Aucune donnée n’est envoyée ailleurs par le programme, sauf les courriels par le serveur d’envoi réglé.

Durées : un organisme, une évaluation, une preuve supprimés restent trente jours à la corbeille, puis partent avec leurs fichiers. Chaque organisme décide combien de temps il garde ses preuves. Les sauvegardes du site gardent ce qu’elles contenaient : [durée].

Sécurité : mots de passe par Argon2id, double authentification, connexions chiffrées, droits par organisme, journal dont la chaîne se vérifie.

Vos droits : écrivez à [contact]. Une valeur peut être effacée du journal par un propriétaire de l’organisme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """``comes_with``: the text of the program, in which [brackets] are left to whoever runs the site."""

    name: str
    title: str
    comes_with: str


NOTICES = {
    each.name: each
    for each in (
        Notice(name="mentions", title="Mentions légales", comes_with=_LEGAL),
        Notice(name="donnees", title="Vos données : registre du traitement", comes_with=_PROCESSING),
    )
}


def text_of(notice: Notice) -> str:
    """What whoever runs the site wrote, else what it comes with; one query."""
    return Written.objects.filter(name=notice.name).values_list("text", flat=True).first() or notice.comes_with
