"""What ships: the built wheel against the tree, and briefgen run from a fresh installation."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEFT_BEHIND = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")
SHIPPED = {"briefgen": "briefgen", "templates": "briefgen/templates"}  # folder → place in the wheel


def files_below(folder: Path) -> set[str]:
    """Every file below the folder, by its path from there."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def setup_cfg() -> configparser.ConfigParser:
    """The project's setup.cfg."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    return config


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the build reads, without what earlier builds left in the work tree."""
    copy = tmp_path_factory.mktemp("tree")
    for folder in SHIPPED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=LEFT_BEHIND)
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    return copy


@pytest.fixture(scope="module")
def built(tree: Path) -> Path:
    """The folder with the sdist, and with the wheel that was built from it."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist"]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree / "dist"


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """The one wheel."""
    (path,) = built.glob("*.whl")
    return path


def test_every_package_is_listed() -> None:
    """Each folder with Python in it stands in setup.cfg, which lists packages by name."""
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "briefgen").rglob("*.py")}
    packages = {".".join(folder.parts) for folder in folders} | {"briefgen.templates"}
    assert set(setup_cfg()["options"]["packages"].split()) == packages


def test_the_wheel_holds_the_tree_file_by_file(wheel: Path, tree: Path) -> None:
    """All of briefgen/ and templates/ ships, and nothing beside it but the metadata."""
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {name for name in names if ".dist-info/" not in name}
    in_tree = {
        f"{place}/{name}"
        for folder, place in SHIPPED.items()
        for name in files_below(tree / folder)
    }
    assert shipped == in_tree


def test_the_wheel_holds_the_same_bytes(wheel: Path, tree: Path) -> None:
    """No file is changed on its way into the wheel."""
    archive = zipfile.ZipFile(wheel)
    changed = {
        name
        for folder, place in SHIPPED.items()
        for name in files_below(tree / folder)
        if archive.read(f"{place}/{name}") != (tree / folder / name).read_bytes()
    }
    assert changed == set()


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    """The whole licence ships, and the metadata names it."""
    archive = zipfile.ZipFile(wheel)
    (info,) = {name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name}
    assert archive.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
    assert "License-Expression: Apache-2.0" in archive.read(f"{info}/METADATA").decode()


def test_the_sdist_builds_the_wheel_alone(built: Path, tree: Path) -> None:
    """The sdist holds every source file, which is why the wheel could be built from it."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    sources = {f"{folder}/{name}" for folder in SHIPPED for name in files_below(tree / folder)}
    assert sources - names == set()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `briefgen` of a fresh environment that got the wheel and what it asks for."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=True)
    command: list[str | Path] = [home / "bin" / "python", "-m", "pip", "install", "--quiet", wheel]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return home / "bin" / "briefgen"


@pytest.mark.slow
@pytest.mark.parametrize("format", ["pdf", "html", "md", "json"])
def test_an_installed_briefgen_works_from_any_folder(
    installed: Path, format: str, tmp_path: Path
) -> None:
    """The installed command makes a brief of the articles in another folder, in every format."""
    for article in (ROOT / "seeds").glob("*.*"):
        shutil.copy(article, tmp_path)
    done = subprocess.run(
        [installed, "make", *sorted(tmp_path.glob("*.txt")), "--format", format, "-o", "made/"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (made,) = (tmp_path / "made").iterdir()
    assert (made.suffix, Path(done.stdout.strip()).name) == (f".{format}", made.name)


@pytest.mark.slow
def test_an_installed_briefgen_proves_its_pdf(installed: Path, tmp_path: Path) -> None:
    """`briefgen verify` of the installation finds the PDF of the installation in order."""
    articles = sorted((ROOT / "seeds").glob("*.txt"))
    for command in (["make", *articles, "-o", "b.pdf"], ["verify", "b.pdf"]):
        done = subprocess.run(
            [installed, *command], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
