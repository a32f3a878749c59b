"""Executes the notebooks beside this file and compares what they print with what is committed.

    python check.py           fails where an output differs
    python check.py --write   writes the outputs into the notebooks
"""
import pathlib
import sys

import nbclient
import nbformat


def outputs(notebook):
    """What a reader sees, without what changes from run to run."""
    return [
        [output.get("text") or output.get("data", {}).get("text/plain") for output in cell.get("outputs", [])]
        for cell in notebook.cells
    ]


def main():
    differing = []
    for path in sorted(pathlib.Path(__file__).parent.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        before = outputs(notebook)
        nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute(cwd=str(path.parent))
        if "--write" in sys.argv:
            for cell in notebook.cells:
                cell.get("metadata", {}).pop("execution", None)
            notebook.metadata["language_info"] = {"name": "python"}
            nbformat.write(notebook, path)
        elif outputs(notebook) != before:
            differing.append(path.name)
        print(path.name, "differs" if path.name in differing else "done")
    sys.exit(f"outputs differ: {', '.join(differing)}" if differing else 0)


if __name__ == "__main__":
    main()
