"""The files of proofs: contents, each kept once in an organisation, and the pieces that show them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation
from auditblanc.assessments.models.evidence import Evidence


class StoredFile(models.Model):
    """A content of an organisation, known by its hash there alone. ``size`` in bytes; ``media_type`` by its content.

    The bytes lie in the file storage, under a name made of the organisation and the hash.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="files", verbose_name="organisme"
    )
    sha256 = models.CharField("empreinte", max_length=64)
    size = models.PositiveBigIntegerField("taille")
    media_type = models.CharField("type", max_length=100)
    stored_at = models.DateTimeField("gardé le")

    class Meta:
        verbose_name = "fichier"
        verbose_name_plural = "fichiers"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_content_is_kept_once",
                fields=["organisation", "sha256"],
                violation_error_message="Ce fichier est déjà gardé dans cet organisme.",
            ),
            models.CheckConstraint(
                name="a_sha256_is_64_digits",
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message="L’empreinte d’un fichier s’écrit en 64 chiffres de 0 à f.",
            ),
        ]

    def __str__(self) -> str:
        return self.sha256


class Piece(models.Model):
    """A file of a proof; what it is now, and was before, are its revisions. ``removed_at``: as that of a proof."""

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="pieces", verbose_name="preuve")
    removed_at = models.DateTimeField("retirée le", null=True, blank=True)

    class Meta:
        verbose_name = "pièce"
        verbose_name_plural = "pièces"
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"pièce de la preuve {self.evidence_id}"


class Revision(models.Model):
    """One state of a piece: numbered from 1, the highest is what is shown."""

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="revisions", verbose_name="pièce")
    number = models.PositiveSmallIntegerField("numéro")
    name = models.CharField("nom", max_length=500)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="revisions", verbose_name="fichier")
    added_at = models.DateTimeField("ajoutée le")

    class Meta:
        verbose_name = "état d’une pièce"
        verbose_name_plural = "états des pièces"
        ordering: ClassVar = ["piece", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="revisions_are_numbered",
                fields=["piece", "number"],
                violation_error_message="Cette pièce a déjà un état de ce numéro.",
            ),
            models.CheckConstraint(
                name="revisions_start_at_1",
                condition=models.Q(number__gte=1),
                violation_error_message="Les états d’une pièce sont numérotés à partir de 1.",
            ),
            models.CheckConstraint(
                name="a_file_has_a_name",
                condition=~models.Q(name=""),
                violation_error_message="Un fichier de preuve n’a pas de nom : donnez-lui un nom.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
