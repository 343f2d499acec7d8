// SPDX-License-Identifier: Apache-2.0

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Architectures;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.select.Budget;
import org.frugalvision.engine.select.PoolBuilder;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.engine.train.Trainer;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Test accuracy of lenet after training on what each selection method picks of the 5,000 Fashion-MNIST images: mean and
 * standard deviation over seeds 1 to N (argument, default 5). Every training makes 320 updates, whatever the budget, so
 * that only the images differ.
 */
public final class SelectionBench {

    private static final int UPDATES = 320;

    private SelectionBench() {
    }

    /** @param args number of seeds; 5 if there is none */
    public static void main(final String[] args) throws CanceledException {
        final int seeds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        final var train = FashionMnist.train();
        final var test = FashionMnist.test();
        System.out.println("budget | method | accuracy | SD");
        for (final int budget : new int[]{20, 50, 100, 500}) {
            for (final var info : Selectors.infos()) {
                final var accuracies = new double[seeds];
                for (int seed = 1; seed <= seeds; seed++) {
                    accuracies[seed - 1] = accuracy(select(info.id(), budget, seed, train), test, seed);
                }
                final double mean = Arrays.stream(accuracies).average().orElseThrow();
                final double squares = Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum();
                System.out.printf(Locale.ROOT, "%d | %s | %.3f | %.3f%n", budget, info.id(), mean,
                    Math.sqrt(squares / (seeds - 1)));
            }
        }
    }

    private static ImageSet select(final String method, final int budget, final long seed, final ImageSet images)
        throws CanceledException {
        final var settings = new SelectionSettings(method, new Budget.Images(budget), seed);
        final var pool = new PoolBuilder(settings.info().needs());
        final var values = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, values, 0);
            pool.add(images.id(i), images.label(i), () -> new DecodedImage(images.shape(), bytes(values)));
        }
        return images.subset(settings.select(pool.build(), RunControl.none()).indices());
    }

    private static byte[] bytes(final float[] values) {
        final var bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)Math.round(255 * values[i]);
        }
        return bytes;
    }

    private static double accuracy(final ImageSet train, final ImageSet test, final long seed)
        throws CanceledException {
        final var spec = Architectures.create("lenet").build(train.shape(), train.classes().size());
        final var start = Network.initialise(spec, train.classes(), Seeds.of(seed).named("initialise"));
        final int batch = Math.min(64, Math.max(10, train.size() / 5));
        final int updatesPerEpoch = (train.size() + batch - 1) / batch;
        final var settings = new TrainingSettings(UPDATES / updatesPerEpoch, batch, 1e-3, seed, true, 1);
        final var network =
            Trainer.fit(start, train, Optional.empty(), settings, List.of(), RunControl.none()).network();
        final var probabilities = Inference.probabilities(network, test, InferenceSettings.DEFAULT, RunControl.none());
        final var evaluation = new EvaluationBuilder(test.classes());
        for (int i = 0; i < probabilities.length; i++) {
            evaluation.add(test.label(i), largest(probabilities[i]));
        }
        return evaluation.build().accuracy().orElseThrow();
    }

    private static int largest(final double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
