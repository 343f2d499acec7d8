// SPDX-License-Identifier: Apache-2.0
// bench/run CascadeBench ARCHITECTURE EPOCHS SEEDS: accuracy and cost of the confidence cascade, e.g. resnet8 8 2

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ResizedImages;
import org.frugalvision.engine.predict.Cascade;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Accuracy on the 1,000 Fashion-MNIST test images and mean cost of the confidence cascade from half to full size, for a
 * network trained on full images only and for one trained on full and halved images in turn: architecture, epochs,
 * seeds.
 */
public final class CascadeBench {

    private static final double[] THRESHOLDS = {0.5, 0.7, 0.9, 0.99};

    private CascadeBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final int epochs = Integer.parseInt(arguments[1]);
        for (int seed = 1; seed <= Integer.parseInt(arguments[2]); seed++) {
            report("full images only, seed " + seed, trained(arguments[0], epochs, seed, false));
            report("full and halved in turn, seed " + seed, trained(arguments[0], epochs, seed, true));
        }
        System.exit(0);
    }

    private static Network trained(final String architecture, final int epochs, final int seed, final boolean both)
        throws CanceledException {
        final ImageSet full = FashionMnist.train();
        final ImageSet half = halved(full);
        final NetworkSpec spec = Architectures.create(architecture).build(full.shape(), full.classes().size(),
            new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.GLOBAL_AVERAGE));
        Network network =
            Network.initialise(spec, full.classes(), architecture, Seeds.of(seed).named("initialise"));
        if (!both) {
            return fit(network, full, epochs, seed);
        }
        for (int epoch = 0; epoch < epochs; epoch += 2) {
            network = withInput(fit(withInput(network, half), half, 1, 100 * seed + epoch), full);
            network = fit(network, full, 1, 100 * seed + epoch + 1);
        }
        return network;
    }

    private static Network withInput(final Network network, final ImageSet images) {
        return new Network(network.spec().withInput(images.shape()), network.classes(), network.weights(),
            network.history());
    }

    private static Network fit(final Network start, final ImageSet images, final int epochs, final long seed)
        throws CanceledException {
        final TrainingSettings settings = new TrainingSettings(epochs, 64, 1e-3, seed, true, 2);
        return new Training(start, images, settings).fit(RunControl.none()).network();
    }

    private static void report(final String title, final Network network) throws CanceledException {
        final ImageSet test = FashionMnist.test();
        System.out.printf(Locale.ROOT, "%s: full %.3f, half %.3f%n", title,
            accuracy(network, test, Optional.empty())[0],
            accuracy(network, halved(test), Optional.empty())[0]);
        for (final double threshold : THRESHOLDS) {
            final double[] outcome = accuracy(network, test, Optional.of(new Cascade(threshold, 0.5)));
            System.out.printf(Locale.ROOT, "  threshold %.2f: accuracy %.3f, cost %.2f%n", threshold, outcome[0],
                outcome[1]);
        }
    }

    private static ImageSet halved(final ImageSet images) {
        return new ResizedImages(images, images.shape().height() / 2, images.shape().width() / 2);
    }

    /** Accuracy, and multiply-adds as a share of those of a pass in full. */
    private static double[] accuracy(final Network network, final ImageSet images, final Optional<Cascade> cascade)
        throws CanceledException {
        try (Predictor predictor =
            Predictor.open(network, InferenceSettings.DEFAULT, cascade, false)) {
            final List<Prediction> predictions = predictor.predict(images, RunControl.none());
            double right = 0;
            double cost = 0;
            for (int i = 0; i < predictions.size(); i++) {
                right += best(predictions.get(i).scores()) == images.label(i) ? 1 : 0;
                cost += predictions.get(i).multiplyAdds();
            }
            return new double[]{right / images.size(),
                cost / images.size() / network.spec().withInput(images.shape()).multiplyAdds()};
        }
    }

    private static int best(final float[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }
}
