"""Where a database must not lie: folders that another program synchronises, and disks of other machines.

A synchroniser copies the database while it is being written and puts back an older one; locks do not work across most
networks. Both lose what was saved.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# How the folder of a synchroniser begins; « OneDrive - Mon entreprise » and « Nextcloud2 » are its folders as well.
_SYNCHRONISED = {
    "onedrive": "OneDrive",
    "sharepoint": "OneDrive",
    "dropbox": "Dropbox",
    "iclouddrive": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "cloudstorage": "un service de synchronisation",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mon drive": "Google Drive",
    "pcloud": "pCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "kdrive": "kDrive",
    "box sync": "Box",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "synologydrive": "Synology Drive",
    "proton drive": "Proton Drive",
}
# What the synchroniser of Windows calls its own folder, wherever it was put.
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NETWORKS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "9p",
        "afpfs",
        "webdav",
        "davfs",
        "ncpfs",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
    }
)
_NETWORKS_OF_USERS = ("sshfs", "rclone", "davfs", "gvfsd", "s3fs", "pcloud", "smbnetfs", "glusterfs", "drivefs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mount:
    """A disk as the system lists it."""

    point: PurePath
    kind: str
    options: str = ""

    @property
    def is_remote(self) -> bool:
        kind = self.kind.casefold()
        by_user = kind.startswith("fuse") and any(name in kind for name in _NETWORKS_OF_USERS)
        return kind in _NETWORKS or by_user or "remote" in self.options.split(",")


def synchroniser(folder: PurePath, environment: Mapping[str, str]) -> str:
    """The program that synchronises this folder, by its names and by what the environment says; "" when none does."""
    own = [environment[name] for name in _VARIABLES if environment.get(name)]
    if any(folder.is_relative_to(type(folder)(path)) for path in own):
        return "OneDrive"
    names = (part.casefold() for part in folder.parts)
    found = (told for name in names for start, told in _SYNCHRONISED.items() if name.startswith(start))
    return next(found, "")


def is_on_a_network(folder: PurePath, mounts: Iterable[Mount]) -> bool:
    """Whether the disk that holds this folder is another machine's."""
    if folder.drive.startswith("\\\\"):
        return True
    holding = [mount for mount in mounts if folder.is_relative_to(mount.point)]
    # The system lists what is mounted over a point after what it hides.
    return bool(holding) and max(enumerate(holding), key=_depth)[1].is_remote


def _depth(mount: tuple[int, Mount]) -> tuple[int, int]:
    return len(mount[1].point.parts), mount[0]
