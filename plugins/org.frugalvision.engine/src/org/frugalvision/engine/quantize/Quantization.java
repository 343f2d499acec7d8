// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.frugalvision.engine.prune.Footprint;
import org.frugalvision.engine.prune.ScoringCost;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Settings;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * A network whose weights become whole numbers of a few bits, after its training. Biases and normalisations stay. The
 * file becomes smaller; computing takes as long as before, since it is done with the rounded weights as floats, unless
 * the network is to be applied in whole numbers, too ({@link Network#inEightBits}).
 *
 * @param network a trained network; stays as it is
 * @param images labelled images on which losses, accuracies and the ranges of activations are measured
 * @param settings how to quantize
 * @param fineTuning how the rounded network is trained on the images, by {@link StraightThrough}; empty: not at all
 */
public record Quantization(Network network, ImageSet images, QuantizationSettings settings,
    Optional<TrainingSettings> fineTuning) {

    private static final double MUCH = 0.1;

    /** Random vectors by which curvature is estimated. */
    private static final int VECTORS = 3;

    /**
     * Without fine-tuning.
     *
     * @param network a trained network; stays as it is
     * @param images labelled images
     * @param settings how to quantize
     */
    public Quantization(final Network network, final ImageSet images, final QuantizationSettings settings) {
        this(network, images, settings, Optional.empty());
    }

    /**
     * Quantizes. Cost: three passes of the images; one more if a range is not to hold all values or is fitted to whole
     * numbers; with mixed bits one for each layer and each of 8, 6, 4, 3 and 2 bits, or by curvature six with
     * gradients; and fine-tuning. Times are measured with noise, 15 rounds of both networks in turns.
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
            settings.mixed() ? sensitivities(whole, tensors, before, spent, run.part(0.05, 0.5)) : new double[0][];
        final int[] bits = settings.mixed() ? mixed(tensors, losses) : bits(tensors.size());
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofProcess();
        final Network tuned = tuned(whole, tensors, bits, run.part(0.5, 0.9));
        final Network coded = settings.rounding().of(tuned, tensors, bits);
        final ActivationRanges ranges =
            ActivationRanges.of(coded, images, settings.range(), settings.eightBits(), settings.threads(),
                run.part(0.9, 0.95));
        final Network rounded =
            settings.eightBits() ? coded.inEightBits(ranges.of(whole.spec().graph())) : coded;
        final Accuracy after = measured(rounded, spent, run.part(0.95, 0.97));
        final Provenance work = new Provenance("quantize", keys(whole, bits), 0, images.fingerprint(),
            EngineVersion.CURRENT);
        spent.add(Traffic.of(whole.spec()).in(CostEntry.of(CostEntry.idOf("quantize", work),
            "Quantizing (energy: estimate at %s W per busy core)".formatted(
                Wording.value(CostEntry.WATTS_PER_CORE)))
            .withScoring(ranges.passes() * images.size(),
                ranges.passes() * images.size() * whole.spec().multiplyAdds())
            .withSeconds((System.nanoTime() - start) / 1e9, cpu.seconds())));
        final NetworkHistory history = rounded.history();
        final Network result = new Network(rounded.spec(), rounded.classes(), rounded.weights(),
            history.trained(history.prior(), work, history.ledger().union(CostLedger.of(spent))))
                .coded(rounded.codes()).inEightBits(rounded.ranges());
        final List<Footprint> footprints = Footprint.of(List.of(whole, result),
            InferenceSettings.DEFAULT.batchSize(whole.spec()), run.part(0.97, 1));
        return new QuantizationResult(result, layers(whole, rounded, tensors, bits, losses, ranges),
            side(whole, before, new int[bits.length], footprints.get(0)),
            side(result, after, bits, footprints.get(1)), warnings(result, before, after));
    }

    private Accuracy measured(final Network some, final List<CostEntry> spent, final RunControl run)
        throws CanceledException {
        final Accuracy accuracy = Accuracy.of(some, images, settings.threads(), run);
        spent.add(accuracy.cost());
        return accuracy;
    }

    private double[][] sensitivities(final Network whole, final List<Tensor> tensors, final Accuracy before,
        final List<CostEntry> spent, final RunControl run) throws CanceledException {
        return settings.sensitivity() == Sensitivity.LOSS ? losses(whole, tensors, before, spent, run)
            : curvatures(whole, tensors, spent, run);
    }

    /** For each layer and level of bits, by what the loss is estimated to rise with that layer alone rounded. */
    private double[][] curvatures(final Network whole, final List<Tensor> tensors, final List<CostEntry> spent,
        final RunControl run) throws CanceledException {
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofProcess();
        final double[] traces =
            new Curvature(whole, images).traces(tensors, VECTORS, settings.threads(), run.part(0, 1));
        final Provenance work = new Provenance("curvature", Map.of("network", whole.hash()), 0, images.fingerprint(),
            EngineVersion.CURRENT);
        final long passes = 2L * VECTORS * images.size();
        spent.add(Traffic.of(whole.spec()).in(CostEntry.of(CostEntry.idOf("curvature", work),
            "Curvature of the loss (energy: estimate at %s W per busy core)".formatted(
                Wording.value(CostEntry.WATTS_PER_CORE)))
            .withTraining(0, 0, 0, passes * ScoringCost.backward(whole.spec().graph()))
            .withScoring(passes, passes * whole.spec().multiplyAdds())
            .withSeconds((System.nanoTime() - start) / 1e9, cpu.seconds())));
        final float[] exact = whole.weights();
        final double[][] rises = new double[tensors.size()][MixedBits.LEVELS.length];
        for (int i = 0; i < rises.length; i++) {
            final Tensor tensor = tensors.get(i);
            for (int level = 0; level < MixedBits.LEVELS.length; level++) {
                final float[] rounded = exact.clone();
                settings.rounding().round(rounded, tensor, MixedBits.LEVELS[level]);
                rises[i][level] = Math.max(0, traces[i]) * error(exact, rounded, tensor) / 2;
            }
        }
        return rises;
    }

    /** For each layer and level of bits, what the loss rises by with that layer alone rounded. */
    private double[][] losses(final Network whole, final List<Tensor> tensors, final Accuracy before,
        final List<CostEntry> spent, final RunControl run) throws CanceledException {
        final double[][] losses = new double[tensors.size()][MixedBits.LEVELS.length];
        for (int i = 0; i < losses.length; i++) {
            for (int level = 0; level < MixedBits.LEVELS.length; level++) {
                final int[] alone = new int[tensors.size()];
                alone[i] = MixedBits.LEVELS[level];
                losses[i][level] = measured(settings.rounding().of(whole, tensors, alone), spent, run.part(1, 1))
                    .loss() - before.loss();
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

    /** The network whose weights are good rounded ones; not rounded itself. */
    private Network tuned(final Network whole, final List<Tensor> tensors, final int[] bits, final RunControl run)
        throws CanceledException {
        if (fineTuning.isEmpty()) {
            return whole;
        }
        final var method = new StraightThrough(settings.rounding(), tensors, bits);
        return new Training(whole, images, Optional.empty(), fineTuning.get(), new Recipe(List.of(method)),
            Optional.empty()).fit(run).network();
    }

    private Map<String, String> keys(final Network whole, final int[] bits) {
        final Map<String, String> texts = Settings.texts(settings);
        return Map.of("network", whole.hash(), "bits", Arrays.toString(bits), "perOutput", texts.get("perOutput"),
            "rule", texts.get("rule"), "range", texts.get("range"), "sensitivity", texts.get("sensitivity"),
            "eightBits", texts.get("eightBits"));
    }

    /** 32 bits where weights have none of their own. */
    private static QuantizationResult.Side side(final Network some, final Accuracy accuracy, final int[] bits,
        final Footprint footprint) {
        final List<Tensor> tensors =
            some.spec().tensors().stream().filter(it -> it.shape().role() == Role.WEIGHT).toList();
        long operations = 0;
        for (int i = 0; i < bits.length; i++) {
            final long multiplyAdds =
                some.spec().layers().get(some.spec().graph().place(tensors.get(i).node()) - 1).multiplyAdds();
            operations += multiplyAdds * (some.ranges().isEmpty() ? Float.SIZE : Byte.SIZE)
                * (bits[i] == 0 ? Float.SIZE : bits[i]);
        }
        return new QuantizationResult.Side(accuracy.share(), footprint.fileBytes(), operations, footprint.single(),
            footprint.batch());
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

    private static List<String> warnings(final Network result, final Accuracy before, final Accuracy after) {
        final List<String> warnings = new ArrayList<>();
        if (before.share() - after.share() >= MUCH) {
            warnings.add(("Quantizing cost %.1f percent points of accuracy on the calibration images. Take more bits, "
                + "or mixed ones.").formatted(100 * (before.share() - after.share())));
        }
        Predictor.warning(result).ifPresent(warnings::add);
        return List.copyOf(warnings);
    }
}
