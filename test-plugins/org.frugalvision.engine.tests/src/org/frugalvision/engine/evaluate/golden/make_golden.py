#!/usr/bin/env python3
"""Writes scores.txt and tests.txt, what scikit-learn, SciPy and statsmodels say; ours must say the same.

Made with Debian's python3-sklearn 1.2.1, python3-scipy 1.10.1 and python3-statsmodels 0.13.5: python3 make_golden.py
"""
import random
from pathlib import Path

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.metrics import (accuracy_score, average_precision_score, balanced_accuracy_score, brier_score_loss,
                             cohen_kappa_score, f1_score, log_loss, precision_score, recall_score, roc_auc_score)
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest
from scipy.stats import linregress, norm, spearmanr

HERE = Path(__file__).parent


def put(lines, name, *values):
    lines.append(" ".join([name] + [repr(float(v)) for v in values]))


def calibration_error(confidence, right):
    accuracy, mean = calibration_curve(right, confidence, n_bins=15, strategy="uniform")
    counts = np.bincount(np.searchsorted(np.linspace(0, 1, 16)[1:-1], confidence), minlength=15)
    return np.sum(counts[counts > 0] * np.abs(accuracy - mean)) / len(right)


def case(name, classes, truth, probabilities, predicted=None):
    """Scores of one table; classes without images are allowed."""
    truth, p = np.array(truth), np.array(probabilities)
    predicted = p.argmax(1) if predicted is None else np.array(predicted)
    labels = list(range(classes))
    lines = [f"case {name} {classes}"]
    for t, guess, row in zip(truth, predicted, p):
        lines.append(" ".join(["row", str(t), str(guess)] + [repr(float(v)) for v in row]))
    present = [c for c in labels if 0 < (truth == c).sum() < len(truth)]
    occurring = sorted(set(truth) | set(predicted))
    put(lines, "accuracy", accuracy_score(truth, predicted))
    put(lines, "wilson", *proportion_confint((truth == predicted).sum(), len(truth), method="wilson"))
    put(lines, "balancedAccuracy", balanced_accuracy_score(truth, predicted))
    put(lines, "macroPrecision", precision_score(truth, predicted, labels=occurring, average="macro", zero_division=0))
    put(lines, "macroF1", f1_score(truth, predicted, labels=occurring, average="macro", zero_division=0))
    put(lines, "weightedF1", f1_score(truth, predicted, average="weighted", zero_division=0))
    put(lines, "kappa", cohen_kappa_score(truth, predicted))
    if classes == 2:
        put(lines, "macroAuc", roc_auc_score(truth, p[:, 1]))
        put(lines, "brier", brier_score_loss(truth, p[:, 1]))
    else:
        if len(present) == classes:
            put(lines, "macroAuc", roc_auc_score(truth, p, multi_class="ovr", average="macro", labels=labels))
        put(lines, "brier", np.mean(np.sum((p - np.eye(classes)[truth]) ** 2, axis=1)))
    put(lines, "logLoss", log_loss(truth, p, labels=labels, eps=1e-15))
    put(lines, "calibrationError", calibration_error(p[np.arange(len(truth)), predicted], truth == predicted))
    for c in present:
        put(lines, f"auc.{c}", roc_auc_score(truth == c, p[:, c]))
        put(lines, f"averagePrecision.{c}", average_precision_score(truth == c, p[:, c]))
        put(lines, f"recall.{c}", recall_score(truth, predicted, labels=[c], average="macro"))
        put(lines, f"f1.{c}", f1_score(truth, predicted, labels=[c], average="macro", zero_division=0))
    return lines


def quarters(random_, classes):
    """Probabilities in 16ths, many of them equal or 0."""
    left, row = 16, []
    for _ in range(classes - 1):
        row.append(random_.randint(0, left))
        left -= row[-1]
    row.append(left)
    random_.shuffle(row)
    return [v / 16 for v in row]


def scores():
    r = random.Random(7)
    g = np.random.default_rng(7)
    soft = np.exp(g.normal(size=(200, 5)))
    soft /= soft.sum(1, keepdims=True)
    truth = [int(g.choice(5, p=row)) for row in soft]
    few = np.exp(2 * g.normal(size=(120, 4)))
    few /= few.sum(1, keepdims=True)
    lines = case("ties", 4, [r.randrange(4) for _ in range(60)], [quarters(r, 4) for _ in range(60)])
    lines += case("soft", 5, truth, soft.tolist())
    lines += case("rare", 4, [0] * 100 + [1] * 17 + [2] * 3, few.tolist())
    lines += case("two", 2, [r.randrange(2) for _ in range(50)], [quarters(r, 2) for _ in range(50)])
    lines += case("other", 3, [0, 1, 2] * 8, [quarters(r, 3) for _ in range(24)], [r.randrange(3) for _ in range(24)])
    (HERE / "scores.txt").write_text("\n".join(lines) + "\n")


def tests():
    lines = []
    for b, c in [(0, 0), (1, 0), (5, 3), (0, 9), (12, 12), (20, 4), (24, 1), (18, 7), (40, 12), (300, 100), (9, 900)]:
        exact = b + c < 25
        put(lines, "mcnemar", b, c, mcnemar([[50, b], [c, 20]], exact=exact, correction=True).pvalue)
    for part, whole in [(90, 100), (0, 10), (10, 10), (1, 3), (1720, 2000), (49999, 100000)]:
        put(lines, "wilson", part, whole, *proportion_confint(part, whole, method="wilson"))
        put(lines, "clopperPearson", part, whole, *proportion_confint(part, whole, method="beta"))
    for a, m, b, n in [(900, 1000, 1720, 2000), (30, 40, 9, 15), (17, 20, 19, 20), (10, 10, 7, 10)]:
        z, p = proportions_ztest([a, b], [m, n])
        lower, upper = confint_proportions_2indep(a, m, b, n, method="newcomb")
        put(lines, "drop", a, m, b, n, z, p, lower, upper)
    several = [0.04, 0.001, 0.3, 0.02, 0.02, 1.0]
    put(lines, "holm", *several, *multipletests(several, method="holm")[1])
    before, after = [0.80, 0.91, 0.85, 0.955, 0.85, 0.72], [0.65, 0.84, 0.74, 0.90, 0.71, 0.66]
    line, probit = linregress(before, after), linregress(norm.ppf(before), norm.ppf(after))
    put(lines, "line", *before, *after, line.slope, line.intercept, line.rvalue ** 2, probit.slope, probit.intercept,
        probit.rvalue ** 2, spearmanr(before, after)[0])
    (HERE / "tests.txt").write_text("\n".join(lines) + "\n")


scores()
tests()
