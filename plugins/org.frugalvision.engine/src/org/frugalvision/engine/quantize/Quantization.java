// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkHistory;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.prune.Accuracy;
import org.frugalvision.engine.prune.Quantity;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Settings;
import org.frugalvision.engine.run.Wording;

/**
 * A network whose weights become whole numbers of a few bits, after its training. Biases and normalisations stay. The
 * file becomes smaller; computing takes as long as before, since it is done with the rounded weights as floats.
 *
 * @param network a trained network; stays as it is
 * @param images labelled images on which losses, accuracies and the ranges of activations are measured
 * @param settings how to quantize
 */
public record Quantization(Network network, ImageSet images, QuantizationSettings settings) {

    private static final double MUCH = 0.1;

    /**
     * Quantizes. Cost: three passes of the images; with mixed bits one more for each layer and each of 8, 6, 4, 3 and 2
     * bits.
     *
     * @param run progress, and cancel within one batch
     * @return the network, and what became of each layer
     * @throws CanceledException if the work was canceled
     * @throws DataException if the network is untrained, or the images do not fit it
     * @throws org.frugalvision.engine.run.SettingsException if mixed bits cannot be as few as wanted
     */
    public QuantizationResult quantize(final RunControl run) throws CanceledException {
        if (!network.trained()) {
            throw new DataException("Network", "it was not trained yet.", "Train it first.");
        }
        if (images.size() == 0) {
            throw new DataException("Calibration images", "there are none.", "Connect a table that has rows.");
        }
        final Network whole = network.forImages(images.shape(), "Calibration images");
        final List<CostEntry> spent = new ArrayList<>();
        final Accuracy before = measured(whole, spent, run.part(0, 0.05));
        final List<Tensor> tensors =
            whole.spec().tensors().stream().filter(it -> it.shape().role() == Role.WEIGHT).toList();
        final double[][] losses =
            settings.mixed() ? losses(whole, tensors, before, spent, run.part(0.05, 0.9)) : new double[0][];
        final int[] bits = settings.mixed() ? mixed(tensors, losses) : bits(tensors.size());
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofProcess();
        final ActivationRanges ranges = ActivationRanges.of(whole, images, settings.threads(), run.part(0.9, 0.95));
        final Network rounded = Rounding.of(whole, tensors, bits, settings.perOutput());
        final Accuracy after = measured(rounded, spent, run.part(0.95, 1));
        final Provenance work = new Provenance("quantize", keys(whole, bits), 0, images.fingerprint(),
            EngineVersion.CURRENT);
        spent.add(Traffic.of(whole.spec()).in(CostEntry.of(CostEntry.idOf("quantize", work),
            "Quantizing (energy: estimate at %s W per busy core)".formatted(
                Wording.value(CostEntry.WATTS_PER_CORE)))
            .withScoring(images.size(), images.size() * whole.spec().multiplyAdds())
            .withSeconds((System.nanoTime() - start) / 1e9, cpu.seconds())));
        final NetworkHistory history = whole.history();
        final Network result = new Network(rounded.spec(), rounded.classes(), rounded.weights(),
            history.trained(history.prior(), work, history.ledger().union(CostLedger.of(spent))))
                .coded(rounded.codes());
        return new QuantizationResult(result, layers(whole, rounded, tensors, bits, losses, ranges), before.share(),
            after.share(), Quantity.fileBytes(whole), Quantity.fileBytes(result), warnings(before, after));
    }

    private Accuracy measured(final Network some, final List<CostEntry> spent, final RunControl run)
        throws CanceledException {
        final Accuracy accuracy = Accuracy.of(some, images, settings.threads(), run);
        spent.add(accuracy.cost());
        return accuracy;
    }

    /** For each layer and level of bits, what the loss rises by with that layer alone rounded. */
    private double[][] losses(final Network whole, final List<Tensor> tensors, final Accuracy before,
        final List<CostEntry> spent, final RunControl run) throws CanceledException {
        final double[][] losses = new double[tensors.size()][MixedBits.LEVELS.length];
        for (int i = 0; i < losses.length; i++) {
            for (int level = 0; level < MixedBits.LEVELS.length; level++) {
                final int[] alone = new int[tensors.size()];
                alone[i] = MixedBits.LEVELS[level];
                losses[i][level] = measured(Rounding.of(whole, tensors, alone, settings.perOutput()), spent,
                    run.part(1, 1)).loss() - before.loss();
            }
            run.progress((i + 1.0) / losses.length, "Layer %,d of %,d".formatted(i + 1, losses.length));
        }
        return losses;
    }

    private int[] mixed(final List<Tensor> tensors, final double[][] losses) {
        final int[] sizes = tensors.stream().mapToInt(Tensor::length).toArray();
        final boolean[] fixed = new boolean[sizes.length];
        fixed[0] = settings.keepEnds();
        fixed[sizes.length - 1] = settings.keepEnds();
        return MixedBits.under(sizes, losses, MixedBits.LEVELS, fixed,
            settings.mean() * Arrays.stream(sizes).asLongStream().sum());
    }

    private int[] bits(final int layers) {
        final int[] bits = new int[layers];
        Arrays.fill(bits, settings.bits());
        return bits;
    }

    private Map<String, String> keys(final Network whole, final int[] bits) {
        return Map.of("network", whole.hash(), "bits", Arrays.toString(bits), "perOutput",
            Settings.texts(settings).get("perOutput"));
    }

    private static List<QuantizationResult.Layer> layers(final Network whole, final Network rounded,
        final List<Tensor> tensors, final int[] bits, final double[][] losses, final ActivationRanges ranges) {
        final float[] before = whole.weights();
        final float[] after = rounded.weights();
        return IntStream.range(0, bits.length).mapToObj(i -> {
            final Tensor tensor = tensors.get(i);
            final int place = whole.spec().graph().place(tensor.node());
            return new QuantizationResult.Layer(tensor.node(), tensor.length(), bits[i], error(before, after, tensor),
                losses.length == 0 ? Double.NaN : losses[i][Arrays.stream(MixedBits.LEVELS).boxed().toList()
                    .indexOf(bits[i])], ranges.least()[place], ranges.most()[place]);
        }).toList();
    }

    private static double error(final float[] before, final float[] after, final Tensor tensor) {
        double sum = 0;
        for (int i = tensor.offset(); i < tensor.end(); i++) {
            sum += ((double)after[i] - before[i]) * ((double)after[i] - before[i]);
        }
        return sum / tensor.length();
    }

    private static List<String> warnings(final Accuracy before, final Accuracy after) {
        return before.share() - after.share() < MUCH ? List.of() : List.of(
            "Quantizing cost %.1f percent points of accuracy on the calibration images. Take more bits, or mixed ones."
                .formatted(100 * (before.share() - after.share())));
    }
}
