"""All the tables at once, for a database that is new; the steps of those that are not stand beside."""

import auditblanc.accounts.keys
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0001_first"),
        ("accounts", "0002_removed_at"),
        ("accounts", "0003_roles_and_invitations"),
        ("accounts", "0004_portfolio"),
        ("accounts", "0005_notices"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
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
                ("name", models.CharField(blank=True, max_length=200, verbose_name="nom")),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, null=True, unique=True, verbose_name="adresse électronique"
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="actif")),
                ("is_administrator", models.BooleanField(default=False, verbose_name="administrateur du site")),
            ],
            options={
                "verbose_name": "personne",
                "verbose_name_plural": "personnes",
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=20, unique=True, verbose_name="nom")),
                ("text", models.TextField(blank=True, verbose_name="texte")),
                ("updated_at", models.DateTimeField(verbose_name="modifié le")),
            ],
            options={
                "verbose_name": "mention",
                "verbose_name_plural": "mentions",
            },
        ),
        migrations.CreateModel(
            name="Organisation",
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
                ("accent", models.CharField(blank=True, max_length=7, verbose_name="couleur")),
                ("is_example", models.BooleanField(default=False, verbose_name="exemple fictif")),
                ("created_at", models.DateTimeField(verbose_name="créée le")),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="retirée le")),
            ],
            options={
                "verbose_name": "organisme",
                "verbose_name_plural": "organismes",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="an_organisation_has_a_name",
                        violation_error_message="Un organisme n’a pas de nom : donnez-lui un nom.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accent", ""), ("accent__regex", "^#[0-9a-f]{6}$"), _connector="OR"),
                        name="accent_is_a_colour",
                        violation_error_message="La couleur s’écrit « # » suivi de six chiffres de 0 à f, par exemple #1f4e79.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "propriétaire"),
                            ("editor", "rédacteur"),
                            ("contributor", "contributeur"),
                            ("reader", "lecteur"),
                            ("auditor", "auditeur"),
                        ],
                        max_length=11,
                        verbose_name="rôle",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "appartenance",
                "verbose_name_plural": "appartenances",
                "indexes": [models.Index(fields=["user", "organisation", "role"], name="organisations_of_a_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "user"),
                        name="one_role_per_person_and_organisation",
                        violation_error_message="Cette personne a déjà un rôle dans cet organisme.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["owner", "editor", "contributor", "reader", "auditor"])),
                        name="a_role_is_known",
                        violation_error_message="Ce rôle n’existe pas : choisissez propriétaire, rédacteur, contributeur, lecteur ou auditeur.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Logo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("media_type", models.CharField(max_length=20, verbose_name="type")),
                ("data", models.BinaryField(verbose_name="image")),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "logo",
                "verbose_name_plural": "logos",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("media_type__in", ["image/png", "image/jpeg"])),
                        name="a_logo_is_png_or_jpeg",
                        violation_error_message="Un logo est une image PNG ou JPEG : convertissez-la puis réessayez.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="empreinte")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("owner", "propriétaire"),
                            ("editor", "rédacteur"),
                            ("contributor", "contributeur"),
                            ("reader", "lecteur"),
                            ("auditor", "auditeur"),
                        ],
                        max_length=11,
                        verbose_name="rôle",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse électronique")),
                ("created_at", models.DateTimeField(verbose_name="créée le")),
                ("expires_at", models.DateTimeField(verbose_name="valable jusqu’au")),
                (
                    "invited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invité par",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("organisation", None), ("role", "")),
                            models.Q(
                                ("organisation__isnull", False),
                                ("role__in", ["owner", "editor", "contributor", "reader", "auditor"]),
                            ),
                            _connector="OR",
                        ),
                        name="an_invitation_to_an_organisation_has_a_role",
                        violation_error_message="Une invitation dans un organisme dit le rôle : choisissez-en un.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=50, verbose_name="étiquette")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tags",
                        to="accounts.organisation",
                        verbose_name="organisme",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tags",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "étiquette",
                "verbose_name_plural": "étiquettes",
                "ordering": ["word"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "word", "organisation"),
                        name="a_tag_is_put_once",
                        violation_error_message="Cet organisme porte déjà cette étiquette.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("word", ""), _negated=True),
                        name="a_tag_has_a_word",
                        violation_error_message="Une étiquette est un mot : écrivez-le.",
                    ),
                ],
            },
        ),
    ]
