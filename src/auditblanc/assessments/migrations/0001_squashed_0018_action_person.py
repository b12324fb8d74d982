"""All the tables at once, for a database that is new; the steps of those that are not stand beside."""

import auditblanc.accounts.keys
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("assessments", "0001_first"),
        ("assessments", "0002_register"),
        ("assessments", "0003_proofs_of_organisations"),
        ("assessments", "0004_proofs_moved"),
        ("assessments", "0005_calendar"),
        ("assessments", "0006_removed_pieces"),
        ("assessments", "0007_retention"),
        ("assessments", "0008_imported_journals"),
        ("assessments", "0009_assignments"),
        ("assessments", "0010_portfolio"),
        ("assessments", "0011_comments"),
        ("assessments", "0012_campaigns"),
        ("assessments", "0013_mass_intake"),
        ("assessments", "0014_phrases"),
        ("assessments", "0015_lease"),
        ("assessments", "0016_received_files"),
        ("assessments", "0017_received_bytes"),
        ("assessments", "0018_action_person"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0005_notices"),
        ("accounts", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Lease",
            fields=[
                ("job", models.UUIDField(primary_key=True, serialize=False, verbose_name="tâche")),
                ("worker", models.CharField(max_length=64, verbose_name="processus")),
                ("beats", models.PositiveIntegerField(default=0, verbose_name="signes de vie")),
            ],
            options={
                "verbose_name": "tâche en cours",
                "verbose_name_plural": "tâches en cours",
                "ordering": ["job"],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("edition", models.CharField(max_length=100, verbose_name="texte")),
                ("title", models.CharField(blank=True, max_length=500, verbose_name="titre")),
                ("profile", models.TextField(blank=True, verbose_name="profil")),
                ("profile_version", models.PositiveIntegerField(default=0, verbose_name="version du profil")),
                ("levels", models.CharField(blank=True, max_length=200, verbose_name="niveaux")),
                (
                    "answered",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Length(
                            django.db.models.functions.text.Replace("levels", models.Value("0"), models.Value(""))
                        ),
                        output_field=models.PositiveSmallIntegerField(),
                        verbose_name="indicateurs évalués",
                    ),
                ),
                ("audit_day", models.DateField(blank=True, null=True, verbose_name="jour de l’audit")),
                ("is_latest", models.BooleanField(default=False, verbose_name="la dernière de l’organisme")),
                ("created_at", models.DateTimeField(verbose_name="créée le")),
                ("updated_at", models.DateTimeField(verbose_name="modifiée le")),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="retirée le")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
                (
                    "start",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="assessments.assessment",
                        verbose_name="reprise de",
                    ),
                ),
            ],
            options={
                "verbose_name": "évaluation",
                "verbose_name_plural": "évaluations",
                "indexes": [
                    models.Index(fields=["organisation", "-updated_at"], name="latest_of_an_organisation"),
                    models.Index(
                        condition=models.Q(("is_latest", True)),
                        fields=["answered", "organisation"],
                        name="portfolio_by_answered",
                    ),
                    models.Index(
                        condition=models.Q(("is_latest", True)),
                        fields=["updated_at", "organisation"],
                        name="portfolio_by_updated_at",
                    ),
                    models.Index(
                        condition=models.Q(("is_latest", True)),
                        fields=["audit_day", "organisation"],
                        name="portfolio_by_audit_day",
                    ),
                    models.Index(
                        condition=models.Q(("is_latest", True)),
                        fields=["organisation", "levels"],
                        name="levels_of_the_latest",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("edition", ""), _negated=True),
                        name="an_assessment_has_an_edition",
                        violation_error_message="L’évaluation ne dit pas sur quel texte elle porte.",
                    ),
                    models.UniqueConstraint(
                        django.db.models.expressions.CombinedExpression(models.F("organisation"), "*", models.Value(1)),
                        condition=models.Q(("is_latest", True)),
                        name="one_latest_per_organisation",
                        violation_error_message="Un organisme n’a qu’une évaluation en cours.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("updated_at__gte", models.F("created_at"))),
                        name="updated_after_created",
                        violation_error_message="L’évaluation aurait été modifiée avant d’avoir été créée : vérifiez l’horloge de l’ordinateur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("levels__regex", "^[0-3]*$")),
                        name="levels_are_digits",
                        violation_error_message="Un niveau de préparation est 1, 2 ou 3.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.PositiveSmallIntegerField(verbose_name="indicateur")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="assessments.assessment",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicateur confié",
                "verbose_name_plural": "indicateurs confiés",
                "ordering": ["indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "indicator"),
                        name="an_indicator_is_given_to_one_person",
                        violation_error_message="Cet indicateur est déjà confié à quelqu’un.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("indicator__gte", 1)),
                        name="given_indicators_start_at_1",
                        violation_error_message="Les numéros d’indicateur commencent à 1.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("owner", models.CharField(blank=True, max_length=500, verbose_name="personne")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="empreinte")),
                ("made_at", models.DateTimeField(verbose_name="ouverte le")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feeds",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ouverte par",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feeds",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "adresse d’un calendrier",
                "verbose_name_plural": "adresses de calendriers",
                "ordering": ["made_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="nom")),
                ("kind", models.CharField(blank=True, max_length=12, verbose_name="audit")),
                ("first_day", models.DateField(blank=True, null=True, verbose_name="premier jour de l’audit")),
                ("edition", models.CharField(max_length=100, verbose_name="texte")),
                (
                    "start",
                    models.CharField(
                        choices=[
                            ("blank", "Aucune : chacun évalue à neuf"),
                            ("previous", "Celles de la dernière évaluation de chacun"),
                        ],
                        max_length=8,
                        verbose_name="réponses de départ",
                    ),
                ),
                ("template", models.TextField(blank=True, verbose_name="modèle")),
                ("template_name", models.CharField(blank=True, max_length=800, verbose_name="nom du modèle")),
                ("created_at", models.DateTimeField(verbose_name="lancée le")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="campaigns",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "campagne",
                "verbose_name_plural": "campagnes",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "name"),
                        name="a_campaign_is_begun_once",
                        violation_error_message="Vous avez déjà une campagne de ce nom : choisissez-en un autre.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="a_campaign_has_a_name",
                        violation_error_message="Une campagne porte un nom : donnez-lui-en un.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("start__in", ["blank", "previous"])),
                        name="a_campaign_starts_from_something_known",
                        violation_error_message="Une campagne part de réponses vides ou des précédentes : choisissez.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["", "initial", "surveillance", "renewal"])),
                        name="a_campaign_prepares_a_known_audit",
                        violation_error_message="Cette sorte d’audit n’existe pas.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("indicator", models.PositiveSmallIntegerField(verbose_name="indicateur")),
                ("text", models.TextField(verbose_name="texte")),
                ("written_at", models.DateTimeField(verbose_name="écrit le")),
                ("resolved_at", models.DateTimeField(blank=True, null=True, verbose_name="résolu le")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="assessments.assessment",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="auteur",
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="assessments.comment",
                        verbose_name="fil",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="mentions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="à",
                    ),
                ),
            ],
            options={
                "verbose_name": "commentaire",
                "verbose_name_plural": "commentaires",
                "ordering": ["written_at", "pk"],
                "indexes": [models.Index(fields=["assessment", "indicator", "written_at"], name="comments_of_one")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="a_comment_says_something",
                        violation_error_message="Un commentaire vide ne dit rien : écrivez quelques mots.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("thread", None), ("resolved_at", None), _connector="OR"),
                        name="a_thread_is_resolved_whole",
                        violation_error_message="Un fil se résout par son premier commentaire.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Digest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="envoyé le")),
                ("stopped_at", models.DateTimeField(blank=True, null=True, verbose_name="arrêté le")),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="digest",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "rappel hebdomadaire",
                "verbose_name_plural": "rappels hebdomadaires",
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("kind", models.CharField(max_length=10, verbose_name="sorte")),
                ("name", models.CharField(max_length=500, verbose_name="nom")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
                "ordering": ["kind", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "kind", "name"),
                        name="a_dossier_is_there_once",
                        violation_error_message="Ce dossier existe déjà.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["session", "learner", "trainer"])),
                        name="a_dossier_has_a_known_kind",
                        violation_error_message="Un dossier est une session, un bénéficiaire ou un formateur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="a_dossier_has_a_name",
                        violation_error_message="Un dossier n’a pas de nom : nommez la session, le bénéficiaire ou le formateur.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("journal", models.CharField(blank=True, default="", max_length=12, verbose_name="journal")),
                ("number", models.PositiveIntegerField(verbose_name="numéro")),
                ("at", models.DateTimeField(verbose_name="le")),
                ("author", models.CharField(max_length=12, verbose_name="par")),
                ("verb", models.CharField(max_length=30, verbose_name="action")),
                ("assessment", models.CharField(blank=True, max_length=12, verbose_name="évaluation")),
                ("indicator", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="indicateur")),
                ("field", models.CharField(blank=True, max_length=30, verbose_name="champ")),
                ("version", models.PositiveIntegerField(blank=True, null=True, verbose_name="version")),
                ("before_digest", models.CharField(blank=True, max_length=64, verbose_name="empreinte d’avant")),
                ("after_digest", models.CharField(blank=True, max_length=64, verbose_name="empreinte d’après")),
                ("previous_hash", models.CharField(blank=True, max_length=64, verbose_name="empreinte précédente")),
                ("hash", models.CharField(max_length=64, verbose_name="empreinte")),
                ("request_id", models.CharField(blank=True, max_length=64, null=True, verbose_name="demande")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "événement",
                "verbose_name_plural": "événements",
                "ordering": ["organisation", "journal", "number"],
                "indexes": [models.Index(fields=["assessment", "indicator", "-number"], name="history_of_a_rating")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "journal", "number"),
                        name="one_chain_per_organisation",
                        violation_error_message="Le journal a déjà un événement de ce numéro.",
                    ),
                    models.UniqueConstraint(
                        fields=("organisation", "request_id"),
                        name="a_request_is_answered_once",
                        violation_error_message="Cette demande a déjà été enregistrée.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="events_start_at_1",
                        violation_error_message="Les événements du journal sont numérotés à partir de 1.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventValue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("before", models.TextField(blank=True, verbose_name="avant")),
                ("after", models.TextField(blank=True, verbose_name="après")),
                ("salt", models.CharField(blank=True, max_length=32, verbose_name="sel")),
                ("erased_at", models.DateTimeField(blank=True, null=True, verbose_name="effacée le")),
                (
                    "erased_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="effacée par",
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="value",
                        to="assessments.event",
                        verbose_name="événement",
                    ),
                ),
            ],
            options={
                "verbose_name": "valeur d’un événement",
                "verbose_name_plural": "valeurs des événements",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erased_at__isnull", True),
                            models.Q(("after", ""), ("before", ""), ("salt", "")),
                            _connector="OR",
                        ),
                        name="an_erased_value_is_empty",
                        violation_error_message="Une valeur effacée ne garde rien.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("title", models.CharField(max_length=500, verbose_name="titre")),
                ("shows", models.CharField(blank=True, max_length=500, verbose_name="ce qu’elle montre")),
                ("place", models.CharField(blank=True, max_length=500, verbose_name="où la trouver")),
                ("content_date", models.DateField(blank=True, null=True, verbose_name="date du contenu")),
                ("covers_from", models.DateField(blank=True, null=True, verbose_name="couvre depuis le")),
                ("covers_to", models.DateField(blank=True, null=True, verbose_name="couvre jusqu’au")),
                (
                    "renewal_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="à renouveler tous les (mois)"
                    ),
                ),
                ("holder", models.CharField(blank=True, max_length=500, verbose_name="détenteur")),
                ("site", models.CharField(blank=True, max_length=500, verbose_name="site")),
                ("has_personal_data", models.BooleanField(default=False, verbose_name="données personnelles")),
                ("has_health_data", models.BooleanField(default=False, verbose_name="données de santé")),
                ("state", models.CharField(default="ready", max_length=10, verbose_name="état")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="version")),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="retirée le")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "preuve",
                "verbose_name_plural": "preuves",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="a_proof_has_a_title",
                        violation_error_message="Une preuve n’a pas de titre : donnez-lui un titre, par exemple le nom du document.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["asked", "missing", "draft", "ready", "refused"])),
                        name="a_proof_has_a_known_state",
                        violation_error_message="Une preuve est demandée, manquante, en préparation, prête ou refusée.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("covers_from", None),
                            ("covers_to", None),
                            ("covers_to__gte", models.F("covers_from")),
                            _connector="OR",
                        ),
                        name="a_period_ends_after_it_begins",
                        violation_error_message="La période finit avant de commencer : corrigez l’une des deux dates.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("renewal_months", None), ("renewal_months__range", (1, 120)), _connector="OR"
                        ),
                        name="a_renewal_is_1_to_120_months",
                        violation_error_message="Le rythme se donne en mois, de 1 à 120.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceDossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proofs",
                        to="assessments.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="in_dossiers",
                        to="assessments.evidence",
                        verbose_name="preuve",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier d’une preuve",
                "verbose_name_plural": "dossiers des preuves",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evidence", "dossier"),
                        name="a_proof_is_in_a_dossier_once",
                        violation_error_message="Cette preuve est déjà dans ce dossier.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceIndicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.PositiveSmallIntegerField(verbose_name="indicateur")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="assessments.evidence",
                        verbose_name="preuve",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicateur d’une preuve",
                "verbose_name_plural": "indicateurs des preuves",
                "ordering": ["indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evidence", "indicator"),
                        name="a_proof_cites_an_indicator_once",
                        violation_error_message="Cette preuve cite déjà cet indicateur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("indicator__gte", 1)),
                        name="cited_indicators_start_at_1",
                        violation_error_message="Les numéros d’indicateur commencent à 1.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("indicator", models.PositiveSmallIntegerField(verbose_name="indicateur")),
                ("gravity", models.CharField(max_length=10, verbose_name="gravité")),
                ("edition", models.CharField(blank=True, max_length=100, verbose_name="texte")),
                ("words", models.TextField(blank=True, verbose_name="constat du certificateur")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="reçu le")),
                ("audit_day", models.DateField(blank=True, null=True, verbose_name="premier jour de l’audit")),
                ("site", models.CharField(blank=True, max_length=500, verbose_name="site")),
                ("cause", models.TextField(blank=True, verbose_name="cause")),
                ("plan", models.TextField(blank=True, verbose_name="plan")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="réponse envoyée le")),
                ("lifted_on", models.DateField(blank=True, null=True, verbose_name="levé le")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="version")),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="retiré le")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "écart",
                "verbose_name_plural": "écarts",
                "ordering": ["indicator", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("gravity__in", ["minor", "major"])),
                        name="a_finding_has_a_known_gravity",
                        violation_error_message="Un écart est mineur ou majeur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("indicator__gte", 1)),
                        name="a_finding_is_on_an_indicator",
                        violation_error_message="Les numéros d’indicateur commencent à 1.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("what", models.CharField(max_length=500, verbose_name="à faire")),
                ("origin", models.CharField(default="hand", max_length=10, verbose_name="origine")),
                ("owner", models.CharField(blank=True, max_length=500, verbose_name="qui s’en charge")),
                ("due", models.DateField(blank=True, null=True, verbose_name="échéance")),
                ("priority", models.CharField(default="normal", max_length=10, verbose_name="priorité")),
                ("effort", models.CharField(blank=True, max_length=10, verbose_name="temps estimé")),
                ("cause", models.TextField(blank=True, verbose_name="cause")),
                ("state", models.CharField(default="to_do", max_length=10, verbose_name="état")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="faite le")),
                ("check_on", models.DateField(blank=True, null=True, verbose_name="effet à vérifier le")),
                ("is_effective", models.BooleanField(blank=True, null=True, verbose_name="a eu de l’effet")),
                ("check_note", models.TextField(blank=True, verbose_name="constat")),
                (
                    "every_months",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="revient tous les (mois)"),
                ),
                ("version", models.PositiveIntegerField(default=0, verbose_name="version")),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="retirée le")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="actions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confiée à",
                    ),
                ),
                (
                    "closing_evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="closes",
                        to="assessments.evidence",
                        verbose_name="preuve de clôture",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="actions",
                        to="assessments.finding",
                        verbose_name="écart",
                    ),
                ),
            ],
            options={
                "verbose_name": "action",
                "verbose_name_plural": "actions",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True),
                        name="an_action_says_what_to_do",
                        violation_error_message="Une action ne dit pas ce qu’il y a à faire : écrivez-le en une phrase.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["to_do", "doing", "done", "dropped"])),
                        name="an_action_has_a_known_state",
                        violation_error_message="Une action est à faire, en cours, faite ou abandonnée.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("priority__in", ["high", "normal", "low"])),
                        name="an_action_has_a_known_priority",
                        violation_error_message="Une priorité est haute, normale ou basse.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", False), ("state", "done")),
                            models.Q(models.Q(("state", "done"), _negated=True), ("done_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_done_action_has_its_day",
                        violation_error_message="Une action a un jour de fin si elle est faite, et seulement alors.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("every_months", None), ("every_months__range", (1, 120)), _connector="OR"),
                        name="a_duty_comes_back_in_1_to_120_months",
                        violation_error_message="Une action revient tous les 1 à 120 mois.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FindingEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrects",
                        to="assessments.evidence",
                        verbose_name="preuve",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proofs",
                        to="assessments.finding",
                        verbose_name="écart",
                    ),
                ),
            ],
            options={
                "verbose_name": "preuve d’un écart",
                "verbose_name_plural": "preuves des écarts",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("finding", "evidence"),
                        name="a_finding_cites_a_proof_once",
                        violation_error_message="Cet écart cite déjà cette preuve.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FrozenCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="nom")),
                ("made_at", models.DateTimeField(verbose_name="figée le")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="empreinte")),
                ("document", models.TextField(verbose_name="contenu")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="frozen_copies",
                        to="assessments.assessment",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="figée par",
                    ),
                ),
            ],
            options={
                "verbose_name": "copie figée",
                "verbose_name_plural": "copies figées",
                "ordering": ["made_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="a_frozen_copy_has_a_name",
                        violation_error_message="Une copie figée n’a pas de nom : donnez-lui un nom, par exemple « Avant audit ».",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MassIntake",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="nom")),
                ("creates", models.BooleanField(default=True, verbose_name="crée les organismes qui manquent")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="fichiers")),
                ("begun_at", models.DateTimeField(verbose_name="commencée le")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="finie le")),
                ("failure", models.TextField(blank=True, verbose_name="empêchement")),
                ("remarks", models.TextField(blank=True, verbose_name="remarques")),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reçu par",
                    ),
                ),
            ],
            options={
                "verbose_name": "réception de fiches",
                "verbose_name_plural": "réceptions de fiches",
                "ordering": ["-begun_at", "-pk"],
                "indexes": [models.Index(fields=["received_by", "-begun_at"], name="intakes_of_a_person")],
            },
        ),
        migrations.CreateModel(
            name="Phrase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("indicator", models.PositiveSmallIntegerField(verbose_name="indicateur")),
                ("text", models.TextField(verbose_name="texte")),
                ("written_at", models.DateTimeField(verbose_name="écrite le")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phrases",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "phrase",
                "verbose_name_plural": "phrases",
                "indexes": [models.Index(fields=["person", "indicator"], name="phrases_of_a_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="a_phrase_says_something",
                        violation_error_message="Une phrase vide ne dit rien : écrivez-la.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("indicator__gte", 1)),
                        name="phrases_are_for_an_indicator",
                        violation_error_message="Une phrase est pour un indicateur : choisissez-le.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Piece",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="retirée le")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pieces",
                        to="assessments.evidence",
                        verbose_name="preuve",
                    ),
                ),
            ],
            options={
                "verbose_name": "pièce",
                "verbose_name_plural": "pièces",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Pushed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("refusal", models.CharField(blank=True, max_length=12, verbose_name="raison")),
                (
                    "assessment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pushed",
                        to="assessments.assessment",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pushed",
                        to="assessments.campaign",
                        verbose_name="campagne",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pushed",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisme d’une campagne",
                "verbose_name_plural": "organismes d’une campagne",
                "indexes": [
                    models.Index(
                        condition=models.Q(("assessment", None), ("refusal", "")),
                        fields=["campaign"],
                        name="what_waits_in_a_campaign",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("campaign", "organisation"),
                        name="a_campaign_has_an_organisation_once",
                        violation_error_message="Cet organisme est déjà dans cette campagne.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("assessment", None), ("refusal", ""), _connector="OR"),
                        name="what_was_refused_was_not_begun",
                        violation_error_message="Une évaluation commencée n’a pas été refusée.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.PositiveSmallIntegerField(verbose_name="indicateur")),
                ("level", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="niveau")),
                ("presentation", models.TextField(blank=True, verbose_name="ce qui sera présenté")),
                ("applicable", models.BooleanField(blank=True, null=True, verbose_name="applicable")),
                ("reason", models.TextField(blank=True, verbose_name="motif")),
                ("review", models.CharField(blank=True, max_length=10, verbose_name="reprise")),
                ("carried_from", models.CharField(blank=True, max_length=100, verbose_name="vient du texte")),
                ("effort", models.CharField(blank=True, max_length=5, verbose_name="temps estimé")),
                ("ticked", models.TextField(blank=True, verbose_name="preuves cochées")),
                ("level_version", models.PositiveIntegerField(default=0, verbose_name="version du niveau")),
                ("presentation_version", models.PositiveIntegerField(default=0, verbose_name="version du texte")),
                (
                    "applicable_version",
                    models.PositiveIntegerField(default=0, verbose_name="version de l’applicabilité"),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratings",
                        to="assessments.assessment",
                        verbose_name="évaluation",
                    ),
                ),
            ],
            options={
                "verbose_name": "notation",
                "verbose_name_plural": "notations",
                "ordering": ["indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "indicator"),
                        name="one_rating_per_indicator",
                        violation_error_message="Cet indicateur a déjà sa notation dans cette évaluation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("indicator__gte", 1)),
                        name="indicators_start_at_1",
                        violation_error_message="Les numéros d’indicateur commencent à 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__isnull", True), ("level__in", [1, 2, 3]), _connector="OR"),
                        name="a_level_is_1_2_or_3",
                        violation_error_message="Un niveau de préparation est 1, 2 ou 3.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("applicable__isnull", True), ("reason", "")),
                            models.Q(("applicable__isnull", False), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_decision_has_its_reason",
                        violation_error_message="Déclarer un indicateur applicable ou non applicable demande un motif écrit.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("review__in", ["", "kept", "look_again", "new"])),
                        name="a_review_is_known",
                        violation_error_message="Cette marque de reprise n’existe pas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("effort__in", ["", "15min", "1h", "1d"])),
                        name="an_effort_is_known",
                        violation_error_message="Le temps estimé est de 15 minutes, d’une heure ou d’une journée.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CategoryLevel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("category", models.CharField(max_length=5, verbose_name="catégorie")),
                ("level", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="niveau")),
                (
                    "rating",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="by_category",
                        to="assessments.rating",
                        verbose_name="notation",
                    ),
                ),
            ],
            options={
                "verbose_name": "niveau d’une catégorie",
                "verbose_name_plural": "niveaux par catégorie",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rating", "category"),
                        name="one_level_per_category",
                        violation_error_message="Cette catégorie est déjà notée pour cet indicateur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("category__in", ["AF", "BC", "VAE", "CFA"])),
                        name="a_category_is_known",
                        violation_error_message="Cette catégorie d’action n’existe pas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__isnull", True), ("level__in", [1, 2, 3]), _connector="OR"),
                        name="a_category_level_is_1_2_or_3",
                        violation_error_message="Un niveau de préparation est 1, 2 ou 3.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceivedForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=500, verbose_name="fichier")),
                ("digest", models.CharField(max_length=64, verbose_name="empreinte")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("attached", "rattachée"),
                            ("waiting", "à rattacher"),
                            ("already", "déjà reçue"),
                            ("refused", "refusée"),
                        ],
                        max_length=10,
                        verbose_name="suite",
                    ),
                ),
                ("is_new", models.BooleanField(default=False, verbose_name="organisme créé")),
                ("reason", models.TextField(blank=True, verbose_name="motif")),
                ("rated", models.PositiveSmallIntegerField(default=0, verbose_name="indicateurs évalués")),
                ("doubtful", models.PositiveSmallIntegerField(default=0, verbose_name="doutes")),
                ("doubts", models.TextField(blank=True, verbose_name="doutes de lecture")),
                ("document", models.TextField(blank=True, verbose_name="contenu lu")),
                ("data", models.BinaryField(blank=True, null=True, verbose_name="contenu du fichier")),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assessments.assessment",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="forms",
                        to="assessments.massintake",
                        verbose_name="réception",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "fiche reçue",
                "verbose_name_plural": "fiches reçues",
                "indexes": [
                    models.Index(fields=["digest"], name="forms_of_the_same_content"),
                    models.Index(fields=["intake", "outcome", "name"], name="forms_by_outcome"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("intake", "name"),
                        name="a_file_is_received_once",
                        violation_error_message="Ce fichier est déjà dans cette réception.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["attached", "waiting", "already", "refused"])),
                        name="an_outcome_is_known",
                        violation_error_message="Une fiche est rattachée, à rattacher, déjà reçue ou refusée.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["waiting", "refused"]), ("reason", ""), _negated=True),
                        name="a_form_not_attached_says_why",
                        violation_error_message="Une fiche qui n’est pas rattachée dit pourquoi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Retention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10, verbose_name="sorte de preuves")),
                ("months", models.PositiveSmallIntegerField(verbose_name="durée (mois)")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="retentions",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "durée de conservation",
                "verbose_name_plural": "durées de conservation",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "kind"),
                        name="one_retention_a_kind",
                        violation_error_message="Cette sorte de preuves a déjà une durée.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["health", "learner", "trainer", "session", "personal", "other"])
                        ),
                        name="a_retention_has_a_known_kind",
                        violation_error_message="Cette sorte de preuves n’existe pas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__range", (1, 600))),
                        name="a_retention_is_1_to_600_months",
                        violation_error_message="Une durée de conservation se donne en mois, de 1 à 600.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, verbose_name="empreinte")),
                ("size", models.PositiveBigIntegerField(verbose_name="taille")),
                ("media_type", models.CharField(max_length=100, verbose_name="type")),
                ("stored_at", models.DateTimeField(verbose_name="gardé le")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "fichier",
                "verbose_name_plural": "fichiers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "sha256"),
                        name="a_content_is_kept_once",
                        violation_error_message="Ce fichier est déjà gardé dans cet organisme.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="a_sha256_is_64_digits",
                        violation_error_message="L’empreinte d’un fichier s’écrit en 64 chiffres de 0 à f.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="numéro")),
                ("name", models.CharField(max_length=500, verbose_name="nom")),
                ("added_at", models.DateTimeField(verbose_name="ajoutée le")),
                (
                    "piece",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="assessments.piece",
                        verbose_name="pièce",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="assessments.storedfile",
                        verbose_name="fichier",
                    ),
                ),
            ],
            options={
                "verbose_name": "état d’une pièce",
                "verbose_name_plural": "états des pièces",
                "ordering": ["piece", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("piece", "number"),
                        name="revisions_are_numbered",
                        violation_error_message="Cette pièce a déjà un état de ce numéro.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="revisions_start_at_1",
                        violation_error_message="Les états d’une pièce sont numérotés à partir de 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="a_file_has_a_name",
                        violation_error_message="Un fichier de preuve n’a pas de nom : donnez-lui un nom.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceivedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="nom")),
                ("received_at", models.DateTimeField(verbose_name="reçu le")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="received",
                        to="assessments.assessment",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reçu de",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="received",
                        to="assessments.storedfile",
                        verbose_name="fichier",
                    ),
                ),
            ],
            options={
                "verbose_name": "fichier reçu",
                "verbose_name_plural": "fichiers reçus",
                "ordering": ["received_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "file"),
                        name="a_received_file_is_kept_once",
                        violation_error_message="Ce fichier est déjà gardé avec cette évaluation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="a_received_file_has_a_name",
                        violation_error_message="Un fichier reçu n’a pas de nom : donnez-lui un nom.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Intake",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=auditblanc.accounts.keys.new_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="clé",
                    ),
                ),
                ("file_name", models.CharField(max_length=255, verbose_name="nom du fichier")),
                ("document", models.TextField(verbose_name="contenu lu")),
                ("received_at", models.DateTimeField(verbose_name="reçu le")),
                (
                    "into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.assessment",
                        verbose_name="évaluation",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intakes",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reçu de",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intakes",
                        to="assessments.storedfile",
                        verbose_name="fichier",
                    ),
                ),
            ],
            options={
                "verbose_name": "fichier à confirmer",
                "verbose_name_plural": "fichiers à confirmer",
                "ordering": ["-received_at"],
            },
        ),
        migrations.CreateModel(
            name="ActionIndicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.PositiveSmallIntegerField(verbose_name="indicateur")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="assessments.action",
                        verbose_name="action",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicateur d’une action",
                "verbose_name_plural": "indicateurs des actions",
                "ordering": ["indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("action", "indicator"),
                        name="an_action_cites_an_indicator_once",
                        violation_error_message="Cette action cite déjà cet indicateur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("indicator__gte", 1)),
                        name="indicators_of_actions_start_at_1",
                        violation_error_message="Les numéros d’indicateur commencent à 1.",
                    ),
                ],
            },
        ),
    ]
