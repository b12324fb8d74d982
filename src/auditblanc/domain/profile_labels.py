"""What each answer of a profile is called, for those who read a difference."""

from __future__ import annotations

from auditblanc.domain.profile import Activity, Audit, Certificate, Finding, LastAudit, Profile, Provider, Site

LABELS: dict[type, dict[str, str]] = {
    Provider: {
        "name": "Dénomination",
        "siren": "Numéro SIREN",
        "nda": "Numéro de déclaration d’activité (NDA)",
        "legal_status": "Statut juridique",
        "director": "Dirigeant",
    },
    Activity: {"category": "Catégorie", "new_entrant": "Nouvel entrant"},
    Audit: {"first_day": "Premier jour d’audit", "last_day": "Dernier jour d’audit", "kind": "Nature de l’audit"},
    Site: {
        "name": "Nom",
        "address": "Adresse",
        "permanent_staff": "Effectif permanent",
        "categories": "Catégories du site",
        "is_central_function": "Fonction centrale",
        "seen_at_last_audit": "Vu au dernier audit",
    },
    Certificate: {
        "decided_on": "Certificat obtenu le",
        "certifier": "Certificateur",
        "number": "Numéro du certificat",
        "expires_on": "Expiration du certificat",
        "categories": "Catégories certifiées",
    },
    Finding: {
        "indicator": "Indicateur",
        "gravity": "Gravité de l’écart",
        "edition": "Texte de l’écart",
        "words": "Mots de l’auditeur",
        "received_on": "Écart reçu le",
    },
    LastAudit: {
        "held_on": "Date du dernier audit",
        "findings": "Écart du dernier audit",
        "skipped": "Indicateurs non audités",
    },
    Profile: {
        "provider": "Organisme",
        "activities": "Catégories d’actions",
        "certifying": "Certification visée",
        "alternance": "Formations en alternance",
        "work_situation_periods": "Périodes en situation de travail",
        "subcontracting_or_portage": "Sous-traitance ou portage salarial",
        "duration_over_2_days": "Formations de plus de deux jours",
        "distance": "Prestations à distance",
        "hosts_learners_with_disabilities": "Accueil de personnes en situation de handicap",
        "acting_as_subcontractor": "Sous-traitant d’un autre prestataire",
        "audit": "Audit préparé",
        "turnover": "Tranche de produits",
        "sites": "Site",
        "certificate": "Certificat",
        "last_audit": "Dernier audit",
        "documents": "Document prêt",
    },
}
