"""The addresses of what. The organisation always stands first."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from auditblanc.assessments.views import (
    action,
    actions,
    answers,
    audit,
    calendar,
    digest,
    dossier,
    finding,
    findings,
    organisation_file,
    proof,
    proof_files,
    proofs,
    register,
    removal,
)
from auditblanc.assessments.views.begin import begin
from auditblanc.assessments.views.bridge import bridge
from auditblanc.assessments.views.campaigns import (
    campaign,
    campaign_file,
    campaigns,
    continue_campaign,
    forget_campaign,
)
from auditblanc.assessments.views.choose_proofs import choose_proofs
from auditblanc.assessments.views.compare import compare
from auditblanc.assessments.views.confirm_import import confirm_import
from auditblanc.assessments.views.copies import copies, freeze_copy
from auditblanc.assessments.views.delegate import delegate, part_file
from auditblanc.assessments.views.documents import documents
from auditblanc.assessments.views.drop_files import drop_files
from auditblanc.assessments.views.drop_folder import confirm_folder, drop_folder
from auditblanc.assessments.views.duties import duties
from auditblanc.assessments.views.export import export
from auditblanc.assessments.views.forecast import forecast
from auditblanc.assessments.views.frozen_copy import copy_file, frozen_copy
from auditblanc.assessments.views.home import home
from auditblanc.assessments.views.import_file import import_file
from auditblanc.assessments.views.indicator import indicator
from auditblanc.assessments.views.indicator_history import indicator_history, restore_answer
from auditblanc.assessments.views.install_edition import candidate_file, confirm_edition, install_edition
from auditblanc.assessments.views.journal import erase_event, journal, restore_row
from auditblanc.assessments.views.looks import logo, looks, remove_logo
from auditblanc.assessments.views.merge_part import merge_part
from auditblanc.assessments.views.new_campaign import new_campaign
from auditblanc.assessments.views.overview import overview
from auditblanc.assessments.views.phrases import forget_phrase, phrase, phrases, phrases_file, phrases_here
from auditblanc.assessments.views.piece_file import piece_file
from auditblanc.assessments.views.piece_preview import piece_preview, preview_picture
from auditblanc.assessments.views.pieces import pieces
from auditblanc.assessments.views.portfolio import portfolio, portfolio_file, portfolio_statistics, tags
from auditblanc.assessments.views.previous import previous
from auditblanc.assessments.views.profile import profile
from auditblanc.assessments.views.profile_section import profile_section
from auditblanc.assessments.views.propose_proofs import propose_proofs
from auditblanc.assessments.views.quality import quality
from auditblanc.assessments.views.questions import questions
from auditblanc.assessments.views.ratings import rate_row, ratings, set_levels
from auditblanc.assessments.views.receive_forms import receive_forms
from auditblanc.assessments.views.received_file import received_file
from auditblanc.assessments.views.receptions import (
    forget_reception,
    received,
    reception,
    reception_file,
    resume_reception,
)
from auditblanc.assessments.views.reopened import reopened, reopened_file
from auditblanc.assessments.views.report import report
from auditblanc.assessments.views.retention import retention
from auditblanc.assessments.views.return_part import return_part
from auditblanc.assessments.views.shortcuts import shortcuts
from auditblanc.assessments.views.site_map import site_map
from auditblanc.assessments.views.text import text, text_indicator
from auditblanc.assessments.views.text_changes import text_changes
from auditblanc.assessments.views.text_choice import text_choice
from auditblanc.assessments.views.texts import texts

app_name = "assessments"

# One indicator: its page, and each save on it.
of_an_indicator = [
    path("", indicator, name="indicator"),
    path("niveau/", answers.rate, name="rate"),
    path("presentation/", answers.present, name="present"),
    path("applicabilite/", answers.decide, name="decide"),
    path("preuves-cochees/", answers.tick, name="tick"),
    path("temps/", answers.estimate, name="estimate"),
    path("revu/", answers.look_again_done, name="look_again_done"),
    path("preuves/", proofs.note_proof, name="note_proof"),
    path("preuves/deposer/", drop_files, name="drop_files"),
    path("preuves/choisir/", choose_proofs, name="choose_proofs"),
    path("preuves/<slug:evidence>/detacher/", proofs.detach_proof, name="detach_proof"),
    path("preuves/<slug:evidence>/", proofs.change_proof, name="change_proof"),
    path("preuves/<slug:evidence>/retirer/", proofs.remove_proof, name="remove_proof"),
    path("phrases/", phrases_here, name="phrases_here"),
    path("historique/", indicator_history, name="indicator_history"),
    path("historique/<int:number>/", restore_answer, name="restore_answer"),
]
# Files of proofs, changed from one assessment.
with_files = [
    path("preuves/<slug:evidence>/fichiers/ajouter/", proof_files.add_pieces, name="add_pieces"),
    path("fichiers/<slug:piece>/remplacer/", proof_files.replace_piece, name="replace_piece"),
    path("fichiers/<slug:piece>/retirer/", proof_files.remove_piece, name="remove_piece"),
    path("fichiers/<slug:piece>/remettre/", proof_files.put_back_piece, name="put_back_piece"),
    path("fichiers/<slug:piece>/etats/<int:number>/", proof_files.restore_piece, name="restore_piece"),
]
# Pages of one assessment: `organisation` and `key` name it.
of_an_assessment: list[URLPattern | URLResolver] = [
    path("", overview, name="overview"),
    path("points-de-vigilance/", forecast, name="forecast"),
    path("indicateurs/", ratings, name="ratings"),
    path("indicateurs/niveaux/", set_levels, name="set_levels"),
    path("indicateurs/niveaux/<int:indicator>/", rate_row, name="rate_row"),
    path("questions/<int:step>/", questions, name="questions"),
    path("texte/", text_choice, name="text_choice"),
    path("profil/", profile, name="profile"),
    path("profil/<slug:section>/", profile_section, name="profile_section"),
    path("reprendre/", previous, name="previous"),
    # Identifiers of editions may hold points.
    path("passer/<str:edition>/", bridge, name="bridge"),
    path("copies/", copies, name="copies"),
    path("copies/figer/", freeze_copy, name="freeze_copy"),
    path("copies/<slug:copy>/", frozen_copy, name="frozen_copy"),
    path("copies/<slug:copy>/fichier/", copy_file, name="copy_file"),
    path("indicateurs/<int:indicator>/", include(of_an_indicator)),
    path("calendrier/", calendar.calendar, name="calendar"),
    path("calendrier/fichier/", calendar.calendar_file, name="calendar_file"),
    path("calendrier/ouvrir/", calendar.open_feed, name="open_feed"),
    path("calendrier/<slug:feed>/fermer/", calendar.close_feed, name="close_feed"),
    path("", include(with_files)),
    path("preuves/", register.register, name="register"),
    path("preuves/modifier/", register.set_proofs, name="set_proofs"),
    path("preuves/fichier/<slug:format>/", register.register_file, name="register_file"),
    path("preuves/relever/", propose_proofs, name="propose_proofs"),
    path("preuves/deposer/", drop_folder, name="drop_folder"),
    path("preuves/deposer/confirmer/", confirm_folder, name="confirm_folder"),
    path("preuves/conservation/", retention, name="retention"),
    path("preuves/qualite/", quality, name="quality"),
    path("preuves/nouvelle/", proof.new_proof, name="new_proof"),
    path("preuves/<slug:evidence>/", proof.proof, name="proof"),
    path("preuves/<slug:evidence>/retirer/", proof.discard_proof, name="discard_proof"),
    path("actions/", actions.actions, name="actions"),
    path("actions/modifier/", actions.set_actions, name="set_actions"),
    path("actions/nouvelle/", action.new_action, name="new_action"),
    path("actions/echeances/", duties, name="duties"),
    path("actions/fichier/<slug:format>/", actions.actions_file, name="actions_file"),
    path("actions/<slug:action>/", action.action, name="action"),
    path("actions/<slug:action>/retirer/", action.discard_action, name="discard_action"),
    path("ecarts/", findings.findings, name="findings"),
    path("ecarts/nouveaux/", findings.new_findings, name="new_findings"),
    path("ecarts/reponse/<slug:format>/", findings.findings_file, name="findings_file"),
    path("ecarts/<slug:finding>/", finding.finding, name="finding"),
    path("ecarts/<slug:finding>/retirer/", finding.discard_finding, name="discard_finding"),
    path("jour-de-l-audit/", audit.audit_day, name="audit_day"),
    path("audit/", audit.audit_mode, name="audit_mode"),
    path("audit/aller/", audit.audit_jump, name="audit_jump"),
    path("audit/plan/<slug:format>/", audit.presentation_plan, name="presentation_plan"),
    path("audit/<int:indicator>/", audit.audit_indicator, name="audit_indicator"),
    path("dossier/", dossier.dossier, name="dossier"),
    path("dossier/fichier/", dossier.dossier_file, name="dossier_file"),
    path("supprimer/", removal.remove_assessment, name="remove_assessment"),
    path("documents/", documents, name="documents"),
    path("documents/fichier/<slug:format>/", export, name="export"),
    path("documents/rapport/<slug:format>/", report, name="report"),
    path("documents/pieces/", pieces, name="pieces"),
    path("documents/confier/", delegate, name="delegate"),
    path("documents/confier/fichier/", part_file, name="part_file"),
    path("documents/recus/<slug:received>/", received_file, name="received_file"),
    path("documents/retour/", return_part, name="return_part"),
    path("documents/retour/<slug:intake>/", merge_part, name="merge_part"),
]
# Pages of one organisation.
of_an_organisation: list[URLPattern | URLResolver] = [
    path("apparence/", looks, name="looks"),
    path("apparence/logo/", logo, name="logo"),
    path("apparence/logo/retirer/", remove_logo, name="remove_logo"),
    path("etiquettes/", tags, name="tags"),
    path("journal/", journal, name="journal"),
    path("journal/<int:number>/effacer/", erase_event, name="erase_event"),
    path("journal/<int:number>/remettre/", restore_row, name="restore_row"),
    path("supprimer/", removal.remove_organisation, name="remove_organisation"),
    path("enregistrer/", organisation_file.organisation_file, name="organisation_file"),
    path("importer/", import_file, name="import_file"),
    path("importer/<slug:intake>/", confirm_import, name="confirm_import"),
    path("comparer/", compare, name="compare"),
    path("pieces/<slug:piece>/fichier/", piece_file, name="piece_file"),
    path("pieces/<slug:piece>/apercu/", piece_preview, name="piece_preview"),
    path("pieces/<slug:piece>/apercu/<int:page>/", preview_picture, name="preview_picture"),
    path("evaluations/<slug:key>/", include(of_an_assessment)),
]
urlpatterns = [
    path("", home, name="home"),
    path("textes/", texts, name="texts"),
    path("textes/installer/", install_edition, name="install_edition"),
    path("textes/installer/confirmer/", confirm_edition, name="confirm_edition"),
    path("textes/installer/fichier/<slug:format>/", candidate_file, name="candidate_file"),
    path("textes/<str:edition>/rouvre/", reopened, name="reopened"),
    path("textes/<str:edition>/rouvre/fichier/<slug:format>/", reopened_file, name="reopened_file"),
    path("textes/<str:edition>/", text, name="text"),
    path("textes/<str:edition>/indicateurs/<int:indicator>/", text_indicator, name="text_indicator"),
    path("textes/<str:edition>/depuis/<str:start>/", text_changes, name="text_changes"),
    path("portefeuille/", portfolio, name="portfolio"),
    path("portefeuille/statistiques/", portfolio_statistics, name="portfolio_statistics"),
    path("portefeuille/fichier/<slug:format>/", portfolio_file, name="portfolio_file"),
    path("phrases/", phrases, name="phrases"),
    path("phrases/fichier/<slug:format>/", phrases_file, name="phrases_file"),
    path("phrases/<slug:phrase>/", phrase, name="phrase"),
    path("phrases/<slug:phrase>/retirer/", forget_phrase, name="forget_phrase"),
    path("campagnes/", campaigns, name="campaigns"),
    path("campagnes/nouvelle/", new_campaign, name="new_campaign"),
    path("campagnes/<slug:campaign>/", campaign, name="campaign"),
    path("campagnes/<slug:campaign>/suite/", continue_campaign, name="continue_campaign"),
    path("campagnes/<slug:campaign>/oublier/", forget_campaign, name="forget_campaign"),
    path("campagnes/<slug:campaign>/fichier/<slug:format>/", campaign_file, name="campaign_file"),
    path("receptions/", receive_forms, name="receive_forms"),
    path("receptions/<slug:reception>/", reception, name="reception"),
    path("receptions/<slug:reception>/relancer/", resume_reception, name="resume_reception"),
    path("receptions/<slug:reception>/oublier/", forget_reception, name="forget_reception"),
    path("receptions/<slug:reception>/fichier/", reception_file, name="reception_file"),
    path("receptions/<slug:reception>/fiches/<int:waiting>/", received, name="received"),
    path("plan/", site_map, name="site_map"),
    path("calendrier/<str:secret>.ics", calendar.calendar_feed, name="calendar_feed"),
    path("rappels/<str:token>/", digest.stop_digest, name="stop_digest"),
    path("corbeille/", removal.bin, name="bin"),
    path("corbeille/remettre/", removal.put_back, name="put_back"),
    path("raccourcis/", shortcuts, name="shortcuts"),
    path("commencer/", begin, name="begin"),
    path("organismes/", organisation_file.organisation_files, name="organisation_files"),
    path("o/<slug:organisation>/", include(of_an_organisation)),
]
