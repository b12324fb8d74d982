"""Which folders would spoil a database, told by their names, by the environment and by the disks."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from auditblanc.web.local.places import Mount, is_on_a_network, synchroniser


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        (PureWindowsPath(r"C:\Users\Ana\OneDrive\Qualiopi"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Ana\OneDrive - Atelier Mimosa\Bureau"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Ana\Dropbox (Personnel)\données"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\Ana\iCloudDrive"), "iCloud Drive"),
        (PureWindowsPath(r"G:\Mon Drive\auditblanc"), "Google Drive"),
        (PureWindowsPath(r"P:\pCloud Drive\auditblanc"), "pCloud"),
        (PurePosixPath("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/audit"), "iCloud Drive"),
        (PurePosixPath("/Users/ana/Library/CloudStorage/Box-Box/audit"), "un service de synchronisation"),
        (PurePosixPath("/home/ana/Nextcloud2/audit"), "Nextcloud"),
        (PurePosixPath("/home/ana/kDrive"), "kDrive"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folder, program):
    assert synchroniser(folder, {}) == program


@pytest.mark.parametrize(
    "folder",
    [
        PureWindowsPath(r"C:\Users\Ana\AppData\Roaming\auditblanc"),
        PurePosixPath("/Users/ana/Library/Application Support/auditblanc"),
        PurePosixPath("/home/ana/.local/share/auditblanc"),
        PurePosixPath("/home/ana/mes sauvegardes OneDrive"),
    ],
)
def test_any_other_folder_is_not(folder):
    assert synchroniser(folder, {"OneDrive": r"C:\Users\Ana\OneDrive"}) == ""


def test_a_synchronised_folder_is_known_by_the_environment_wherever_it_was_put():
    environment = {"OneDriveCommercial": r"D:\Travail\Partage"}

    assert synchroniser(PureWindowsPath(r"D:\travail\partage\audit"), environment) == "OneDrive"


ROOT = Mount(point=PurePosixPath("/"), kind="ext4")


@pytest.mark.parametrize(
    "kind", ["nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.rclone", "afpfs", "fuse.gvfsd-fuse"]
)
def test_the_disk_of_another_machine_is_known(kind):
    mounts = [ROOT, Mount(point=PurePosixPath("/mnt/partage"), kind=kind)]

    assert is_on_a_network(PurePosixPath("/mnt/partage/audit"), mounts) is True
    assert is_on_a_network(PurePosixPath("/mnt/partages/audit"), mounts) is False


def test_a_disk_within_a_network_disk_counts_for_itself():
    mounts = [Mount(point=PurePosixPath("/"), kind="nfs"), Mount(point=PurePosixPath("/home"), kind="fuse.ntfs-3g")]

    assert is_on_a_network(PurePosixPath("/home/ana"), mounts) is False


def test_of_two_mounted_on_one_point_the_last_counts():
    mounts = [ROOT, Mount(point=PurePosixPath("/srv"), kind="ext4"), Mount(point=PurePosixPath("/srv"), kind="nfs")]

    assert is_on_a_network(PurePosixPath("/srv/audit"), mounts) is True


def test_windows_tells_network_paths_and_remote_drives():
    drives = [
        Mount(point=PureWindowsPath("C:\\"), kind="NTFS", options="rw,fixed"),
        Mount(point=PureWindowsPath("Z:\\"), kind="NTFS", options="rw,remote"),
    ]

    assert is_on_a_network(PureWindowsPath(r"\\serveur\partage\audit"), drives) is True
    assert is_on_a_network(PureWindowsPath(r"Z:\audit"), drives) is True
    assert is_on_a_network(PureWindowsPath(r"C:\Users\Ana"), drives) is False
