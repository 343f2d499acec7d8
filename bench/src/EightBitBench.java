// SPDX-License-Identifier: Apache-2.0
// bench/run EightBitBench [EPOCHS] [SEED] [ARCHITECTURE...]: accuracy and time in single precision and in whole numbers of 8 bits

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.prune.Footprint;
import org.frugalvision.engine.quantize.Quantization;
import org.frugalvision.engine.quantize.QuantizationSettings;
import org.frugalvision.engine.quantize.Sensitivity;
import org.frugalvision.engine.quantize.StepRule;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/** Networks trained on 5,000 images, quantized by the first 500 of them, tested on 1,000 others. */
public final class EightBitBench {

    private static final int CALIBRATION = 500;

    private static final List<String> USUAL =
        List.of("lenet", "resnet8", "resnet20", "vgg-small", "mobilenetv2-small");

    private EightBitBench() {
    }

    public static void main(final String... arguments) throws CanceledException {
        final int epochs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        final int seed = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        final List<String> ids = arguments.length > 2 ? Arrays.asList(arguments).subList(2, arguments.length) : USUAL;
        System.out.println("| network | accuracy | weights rounded | in 8 bits | batch, ms | in 8 bits | ratio "
            + "| single, ms | in 8 bits | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (final String id : ids) {
            row(id, epochs, seed);
        }
        System.exit(0);
    }

    private static void row(final String id, final int epochs, final int seed) throws CanceledException {
        final ImageSet train = FashionMnist.train();
        final Network start = Network.initialise(
            Architectures.create(id).build(train.shape(), train.classes().size()), train.classes(), id,
            Seeds.of(seed));
        final Network network = new Training(start, train, new TrainingSettings(epochs, 64, 1e-3, seed, true, 0))
            .fit(RunControl.none()).network();
        final ImageSet some = train.subset(IntStream.range(0, CALIBRATION).toArray());
        final Network rounded = quantized(network, some, false);
        final Network whole = quantized(network, some, true);
        final List<Footprint> times =
            Footprint.of(List.of(network, whole), InferenceSettings.DEFAULT.batchSize(network.spec()),
                RunControl.none());
        System.out.printf(Locale.ROOT, "| `%s` | %.3f | %.3f | %.3f | %.4f | %.4f | %.2f | %.4f | %.4f | %.2f |%n", id,
            accuracy(network), accuracy(rounded), accuracy(whole), times.get(0).batch().median(),
            times.get(1).batch().median(), times.get(1).batch().median() / times.get(0).batch().median(),
            times.get(0).single().median(), times.get(1).single().median(),
            times.get(1).single().median() / times.get(0).single().median());
    }

    private static Network quantized(final Network network, final ImageSet images, final boolean eightBits)
        throws CanceledException {
        return new Quantization(network, images, new QuantizationSettings(false, 8, 4, true, true, Sensitivity.LOSS,
            StepRule.LARGEST, 1, eightBits, 0)).quantize(RunControl.none()).network();
    }

    private static double accuracy(final Network network) throws CanceledException {
        final ImageSet test = FashionMnist.test();
        final int[] labels = network.labels(test);
        final double[][] probabilities =
            Inference.probabilities(network, test, InferenceSettings.DEFAULT, RunControl.none());
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int c = 1; c < probabilities[i].length; c++) {
                best = probabilities[i][c] > probabilities[i][best] ? c : best;
            }
            right += best == labels[i] ? 1 : 0;
        }
        return right / (double)labels.length;
    }
}
