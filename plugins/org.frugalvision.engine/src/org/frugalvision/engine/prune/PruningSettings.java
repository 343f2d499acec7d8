// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.Locale;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;

/**
 * How a network is pruned.
 *
 * @param removed what is taken away; what follows about criteria and widths is for channels
 * @param criterion a criterion of {@link Criteria}
 * @param allocation how what goes is shared out among the layers
 * @param quantity what shall become less; of single weights, their number
 * @param share of it that is left in the end, 0.01 to 0.99
 * @param schedule in which steps
 * @param widths how many channels a layer may have
 * @param fold whether the constants that removed channels still give are added to what read them
 * @param rollback whether it stops where the validation accuracy falls by more than allowed, and gives back the last
 *            network that was good enough
 * @param allowedLoss of validation accuracy against the whole network, 0 to 1
 * @param images how many training images the criterion looks at, 1 to 1,000,000, drawn at random
 * @param seed from which everything drawn at random follows
 * @param threads computing threads, 0 to 256; 0: all cores but one. Changes no bit
 * @param batchSize images for which time is measured, beside single ones, 1 to 65,536
 */
public record PruningSettings(Removed removed, Choice criterion, Allocation allocation, Quantity quantity,
    double share, Schedule schedule, WidthRules widths, boolean fold, boolean rollback, double allowedLoss, int images,
    long seed, int threads, int batchSize) {

    /** A half of the multiply-adds, by L1 norms, the same share of each layer, at once, whatever it costs. */
    public static final PruningSettings DEFAULT = new PruningSettings(Removed.CHANNELS, Choice.of("l1"),
        Allocation.UNIFORM, Quantity.MULTIPLY_ADDS, 0.5, Schedule.ONE_SHOT, WidthRules.DEFAULT, false, false, 0.01, 500,
        0, 0, 64);

    /** Refuses an unknown criterion and values out of range. */
    public PruningSettings {
        Criteria.create(criterion);
        if (removed == Removed.WEIGHTS && allocation == Allocation.SENSITIVITY) {
            throw new SettingsException("What goes from where", "must not be by sensitivity for single weights",
                "By sensitivity", "Choose another way.");
        }
        if (removed == Removed.RANKS && schedule.kind() != Schedule.Kind.ONE_SHOT) {
            throw new SettingsException("Schedule", "must be one shot for the rank of dense layers",
                schedule.kind().name().toLowerCase(Locale.ROOT), "Choose one shot.");
        }
        if (!(share >= 0.01 && share <= 0.99)) {
            throw new SettingsException("Keep (%)", "must be between 1 and 99", percent(share));
        }
        if (!(allowedLoss >= 0 && allowedLoss <= 1)) {
            throw new SettingsException("Allowed loss (percent points, 0 = none)", "must be between 0 and 100",
                percent(allowedLoss));
        }
        if (images < 1 || images > 1_000_000) {
            throw new SettingsException("Images for scoring", "must be between 1 and 1,000,000", images);
        }
        if (threads < 0 || threads > 256) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", threads);
        }
        if (batchSize < 1 || batchSize > 65_536) {
            throw new SettingsException("Batch size", "must be between 1 and 65,536", batchSize);
        }
    }

    /** As people enter it. */
    static double percent(final double share) {
        return Math.rint(share * 1e8) / 1e6;
    }

    /** @return what the criterion tells about itself */
    public CriterionInfo info() {
        return Criteria.info(criterion.method());
    }
}
