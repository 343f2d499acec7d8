// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;

/**
 * Looks for a learning rate: trains some updates while the rate rises by the same factor from update to update, and
 * tells the loss of each batch just before its update. The loss falls, stays, and rises again where the rate is too
 * high; suggested is a tenth of the rate at which the smoothed loss was lowest. Smoothed is the running mean of weight
 * 0.9, corrected for its start. The test ends early once the smoothed loss is four times its lowest value, or the loss
 * is no finite number. The network that is trained here is thrown away. Cost: updates x batch size x three times the
 * multiply-adds of the network. Smith 2017, arXiv:1506.01186; the smoothing is common practice.
 *
 * @param lowest rate of the first update, above 0
 * @param highest rate of the last update, at least the lowest, at most 10
 * @param updates how many, 10 to 10,000
 */
public record RangeTest(double lowest, double highest, int updates) {

    /** A hundred updates from a ten-millionth to 10. */
    public static final RangeTest DEFAULT = new RangeTest(1e-7, 10, 100);

    private static final double KEPT = 0.9;

    private static final double HOPELESS = 4;

    private static final double BELOW_THE_LOWEST = 0.1;

    /** Refuses values out of range. */
    public RangeTest {
        if (!(highest > 0 && highest <= 10)) {
            throw new SettingsException("Highest rate", "must be greater than 0 and at most 10", highest,
                "Start with 10.");
        }
        if (!(lowest > 0 && lowest <= highest)) {
            throw new SettingsException("Lowest rate", "must be greater than 0 and at most the highest rate", lowest,
                "Start with 0.0000001.");
        }
        if (updates < 10 || updates > 10_000) {
            throw new SettingsException("Updates", "must be between 10 and 10,000", updates, "Start with 100.");
        }
    }

    /**
     * What was found.
     *
     * @param rates of the updates that were done; shared
     * @param losses mean loss of each batch before its update; shared
     * @param smoothed the losses smoothed; shared
     * @param suggested a learning rate
     * @param cost what the test cost
     */
    public record Found(double[] rates, double[] losses, double[] smoothed, double suggested, CostEntry cost) {
    }

    /**
     * @param start the network to train; stays as it is
     * @param images training images
     * @param settings batch size, updater, class weights, seed and threads of the test; nothing else is read
     * @param run progress and cancellation
     * @return what was found
     * @throws CanceledException if the work was canceled
     * @throws DataException if the images do not fit the network, or the loss is no finite number from the start
     */
    public Found find(final Network start, final ImageSet images, final TrainingSettings settings,
        final RunControl run) throws CanceledException {
        final var rise = new Rise(this);
        final var test = new TrainingSettings(updates, settings.batchSize(), highest, settings.seed(), true,
            settings.threads(), settings.updater(), ScheduleSettings.DEFAULT, settings.classWeights(),
            StoppingSettings.DEFAULT);
        try {
            new Training(start, images, Optional.empty(), test, new Recipe(List.of(rise)), Optional.empty()).fit(run);
        } catch (DataException e) { // far too high a rate ends in a loss that is no number
            if (rise.m_losses.isEmpty()) {
                throw e;
            }
        }
        return found(rise, start);
    }

    private Found found(final Rise rise, final Network start) {
        final double[] losses = rise.m_losses.stream().mapToDouble(Double::doubleValue).toArray();
        final double[] rates = new double[losses.length];
        Arrays.setAll(rates, i -> rate(i + 1));
        final double[] smoothed = smoothed(losses);
        int best = 0;
        for (int i = 1; i < smoothed.length; i++) {
            best = smoothed[i] < smoothed[best] ? i : best;
        }
        final long perImage = start.spec().multiplyAdds();
        final CostEntry cost = Traffic.of(start.spec()).in(CostEntry
            .of("range-test-" + start.hash().substring(0, 16) + "-" + rise.m_images, "Learning rate range test")
            .withTraining(rise.m_images, losses.length, rise.m_images * perImage, 2 * rise.m_images * perImage));
        return new Found(rates, losses, smoothed, BELOW_THE_LOWEST * rates[best], cost);
    }

    /** The rate of an update, 1 for the first. */
    double rate(final int update) {
        return lowest * Math.pow(highest / lowest, (update - 1.0) / (updates - 1));
    }

    static double[] smoothed(final double... losses) {
        final double[] smoothed = new double[losses.length];
        double mean = 0;
        for (int i = 0; i < losses.length; i++) {
            mean = KEPT * mean + (1 - KEPT) * losses[i];
            smoothed[i] = mean / (1 - Math.pow(KEPT, i + 1));
        }
        return smoothed;
    }

    /** Makes one update an epoch, each with a higher rate than the one before. */
    private static final class Rise implements TrainingMethod, Part {

        private final RangeTest m_test;

        private final List<Double> m_losses = new ArrayList<>();

        private long m_images;

        private int m_update;

        private boolean m_over;

        Rise(final RangeTest test) {
            m_test = test;
        }

        @Override
        public String id() {
            return "range-test";
        }

        @Override
        public String label() {
            return "Range test";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public Set<Claim> claims() {
            return Set.of();
        }

        @Override
        public Set<Column<?>> columns() {
            return Set.of();
        }

        @Override
        public Part join(final TrainingStart start) {
            return this;
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            m_update = epoch;
            return List.of(m_over ? new int[]{batches.get(0)[0]} : batches.get((epoch - 1) % batches.size()));
        }

        @Override
        public double rate(final Tensor tensor) {
            return m_over ? 0 : m_test.rate(m_update) / m_test.highest;
        }

        @Override
        public void lossReady(final Batch batch, final float[] scores, final double[] losses) {
            final double loss = Arrays.stream(losses).average().orElseThrow();
            if (m_over || !Double.isFinite(loss)) {
                return;
            }
            m_losses.add(loss);
            m_images += batch.size();
            final double[] smoothed = smoothed(m_losses.stream().mapToDouble(Double::doubleValue).toArray());
            m_over = smoothed[smoothed.length - 1] > HOPELESS * Arrays.stream(smoothed).min().orElseThrow();
        }
    }
}
