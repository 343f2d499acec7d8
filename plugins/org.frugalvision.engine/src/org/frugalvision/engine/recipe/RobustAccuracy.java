// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Measuring;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Attacks the validation images after every epoch and measures how many are right still: by one step of the fast
 * gradient sign method, and by projected gradient descent from a random start, both by at most epsilon. Without
 * validation images the training images are attacked. It changes nothing in the training. If PGD finds fewer wrong
 * images than FGSM, the gradient is masked, not the network robust. Cost: for each image (2 + steps) passes forward and
 * (1 + steps) backward to the pixels, in every epoch. Goodfellow, Shlens and Szegedy 2015, arXiv:1412.6572; Madry et
 * al. 2018, arXiv:1706.06083.
 *
 * @param epsilon the most that a value is changed, in the scale of pixels from 0 to 1, above 0, at most 1
 * @param steps steps of projected gradient descent, 1 to 100
 * @param stepSize change by one of them, above 0, at most 2
 * @param images at most so many images are attacked, the first ones, 0 to 1,000,000; 0 = all
 */
public record RobustAccuracy(double epsilon, int steps, double stepSize, int images) implements RegisteredMethod {

    /** Four grey values of 255, ten steps of a quarter of them. */
    public static final RobustAccuracy DEFAULT = new RobustAccuracy(4 / 255.0, 10, 1 / 255.0, 1000);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("robust-accuracy", "Robust accuracy",
        "Attacks the validation images after every epoch and tells how many are right still; changes nothing.",
        "Madry et al. 2018, arXiv:1706.06083",
        "Tells what a network without adversarial training is worth to somebody who deceives it; take as large a "
            + "change "
            + "as in the training it is compared with.",
        "for each attacked image as many passes forward and backward as the attack has steps, after every epoch",
        Set.of(Claim.ROBUSTNESS), Trait.NEEDS_ONE_CLASS, Trait.KEEPS_LABEL_SUMS,
        Trait.KEEPS_SIZE, Trait.ONLY_WATCHES, Trait.NEEDS_PASSES);

    private static final String FGSM = "Accuracy under FGSM";

    private static final String PGD = "Accuracy under PGD";

    /** Refuses values out of range. */
    public RobustAccuracy {
        new PixelAttack(epsilon, steps, stepSize, true);
        if (images < 0 || images > 1_000_000) {
            throw new SettingsException("Images attacked", "must be between 0 (all) and 1,000,000", images);
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public List<String> measures() {
        return List.of(FGSM, PGD);
    }

    @Override
    public Part join(final TrainingStart start) {
        final Seeds seeds = start.seeds().named(INFO.id());
        return new Part() {

            @Override
            public Map<String, Double> measured(final int epoch, final Measuring measuring) throws CanceledException {
                final Map<String, Double> measures = new LinkedHashMap<>();
                measures.put(FGSM, accuracy(PixelAttack.fastGradientSign(epsilon), epoch, measuring));
                measures.put(PGD, accuracy(new PixelAttack(epsilon, steps, stepSize, true), epoch, measuring));
                return measures;
            }

            private double accuracy(final PixelAttack attack, final int epoch, final Measuring measuring)
                throws CanceledException {
                final var random = seeds.child("epoch " + epoch).generator();
                final Passes passes = measuring.at(measuring.given());
                final Hits hits = new Hits();
                measuring.forEach(Measuring.Images.VALIDATION, images, (batch, labels) -> hits.add(
                    passes.scores(attack.on(batch, passes, random), Passes.Mode.APPLIED), labels, batch.classes()));
                return hits.share();
            }
        };
    }
}
