# SPDX-License-Identifier: Apache-2.0
"""Prints the expected values of LabelEvaluationTest: scores of scikit-learn 1.2 for labels and probabilities that the
test makes in the same way, from whole numbers. Run: python3 labels_golden.py"""
import numpy as np
from sklearn.metrics import (accuracy_score, average_precision_score, f1_score, fbeta_score, hamming_loss,
                             precision_score, recall_score, roc_auc_score)

IMAGES, CLASSES = 40, 5
THRESHOLDS = np.array([0.5, 0.35, 0.3, 0.71, 0.5])

# the last class has no image; probabilities have ties
truth = np.array([[(i * 7 + k * 11) % (k + 2) == 0 and k < 4 for k in range(CLASSES)] for i in range(IMAGES)], int)
p = np.array([[((i * 37 + k * 53) % 32 + 24 * truth[i][k]) / 64 for k in range(CLASSES)] for i in range(IMAGES)])
told = (p > THRESHOLDS).astype(int)

def show(name, value):
    print(name, repr(float(value)))

for beta in (1, 2, 0.5):
    # scikit-learn gives 1 to an image without label of which none was told only where it is asked to
    per_image = [fbeta_score(truth[i:i + 1], told[i:i + 1], beta=beta, average='samples', zero_division=1)
                 if truth[i].any() or told[i].any() else 1.0 for i in range(IMAGES)]
    per_image = [0.0 if not truth[i].any() and told[i].any() else per_image[i] for i in range(IMAGES)]
    show('sample F%s' % beta, np.mean(per_image))
show('micro F1', f1_score(truth, told, average='micro'))
per_class = f1_score(truth, told, average=None, zero_division=0)
occurs = (truth.sum(0) + told.sum(0)) > 0
show('macro F1', per_class[occurs].mean())
show('subset accuracy', accuracy_score(truth, told))
show('Hamming loss', hamming_loss(truth, told))
for k in range(CLASSES):
    print(k, truth[:, k].sum(), told[:, k].sum(),
          repr(precision_score(truth[:, k], told[:, k], zero_division=0)),
          repr(recall_score(truth[:, k], told[:, k], zero_division=0)),
          repr(fbeta_score(truth[:, k], told[:, k], beta=2, zero_division=0)),
          *([repr(roc_auc_score(truth[:, k], p[:, k])), repr(average_precision_score(truth[:, k], p[:, k]))]
            if truth[:, k].any() else ['missing', 'missing']))

# the search of thresholds, written down plainly: one pass, the first best of 100
def mean_score(thresholds, beta=2):
    total = 0
    for i in range(IMAGES):
        guess = p[i] > thresholds
        right = (guess & (truth[i] == 1)).sum()
        wrong = (guess & (truth[i] == 0)).sum()
        missed = (~guess & (truth[i] == 1)).sum()
        total += 1 if right + wrong + missed == 0 else (1 + beta ** 2) * right / (
            (1 + beta ** 2) * right + beta ** 2 * missed + wrong)
    return total / IMAGES

found = np.full(CLASSES, 0.2)
for k in range(CLASSES):
    if truth[:, k].any():
        scores = []
        for step in range(100):
            found[k] = step / 100
            scores.append(mean_score(found))
        found[k] = int(np.argmax(scores)) / 100
print('found', list(found), repr(mean_score(found)), 'started at', repr(mean_score(np.full(CLASSES, 0.2))))
