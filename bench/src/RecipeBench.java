// SPDX-License-Identifier: Apache-2.0

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Architectures;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.recipe.Step;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Trainer;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * What each training method does to lenet, trained on random images of the 5,000 of Fashion-MNIST: accuracy and mean
 * loss on the test images, and accuracy on the same with a black square of 12 x 12 pixels at a random place. Means over
 * seeds 1 to N, and the standard deviation of the first. Arguments: seeds (5), images (1,000), epochs (30).
 */
public final class RecipeBench {

    private static final int SQUARE = 12;

    private RecipeBench() {
    }

    public static void main(final String... args) throws CanceledException {
        final int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        final int images = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        final int epochs = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        final ImageSet all = FashionMnist.train();
        final ImageSet test = FashionMnist.test();
        final ImageSet covered = covered(test);
        final List<List<Step>> recipes = new ArrayList<>(List.of(List.of()));
        TrainingMethods.infos().forEach(info -> recipes.add(List.of(new Step(info.id(), Map.of()))));
        System.out.println("recipe | accuracy | SD | loss | accuracy covered");
        for (final List<Step> recipe : recipes) {
            final double[][] scores = new double[seeds][];
            for (int seed = 1; seed <= seeds; seed++) {
                final int[] order = RandomOrder.of(all.size(), Seeds.of(seed).named("images").generator());
                final ImageSet train = all.subset(Arrays.copyOf(order, images));
                scores[seed - 1] = scores(train(train, recipe, seed, epochs), test, covered);
            }
            System.out.printf(Locale.ROOT, "%s | %.3f | %.3f | %.3f | %.3f%n",
                recipe.isEmpty() ? "none" : recipe.get(0).method(), mean(scores, 0), deviation(scores),
                mean(scores, 1), mean(scores, 2));
        }
        System.exit(0);
    }

    private static Network train(final ImageSet images, final List<Step> recipe, final long seed, final int epochs)
        throws CanceledException {
        final var spec = Architectures.create("lenet").build(images.shape(), images.classes().size());
        final Network start = Network.initialise(spec, images.classes(), Seeds.of(seed).named("initialise"));
        return Trainer.fit(start, images, Optional.empty(), new TrainingSettings(epochs, 64, 1e-3, seed, true, 1),
            Step.recipe(recipe).methods(), RunControl.none()).network();
    }

    private static double[] scores(final Network network, final ImageSet test, final ImageSet covered)
        throws CanceledException {
        double loss = 0;
        for (final double value : Inference.losses(network, test, InferenceSettings.DEFAULT, RunControl.none())) {
            loss += value / test.size();
        }
        return new double[]{accuracy(network, test), loss, accuracy(network, covered)};
    }

    private static double accuracy(final Network network, final ImageSet images) throws CanceledException {
        final double[][] probabilities = Inference.probabilities(network, images, InferenceSettings.DEFAULT,
            RunControl.none());
        double right = 0;
        for (int i = 0; i < probabilities.length; i++) {
            final double truth = probabilities[i][images.label(i)];
            right += Arrays.stream(probabilities[i]).allMatch(other -> other <= truth) ? 1 : 0;
        }
        return right / probabilities.length;
    }

    private static ImageSet covered(final ImageSet images) {
        final var random = Seeds.of(0).named("squares").generator();
        final var set = new ImageSetBuilder(images.shape(), images.classes());
        final float[] pixels = new float[images.shape().size()];
        final int width = images.shape().width();
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            final int top = random.nextInt(images.shape().height() - SQUARE + 1);
            final int left = random.nextInt(width - SQUARE + 1);
            final byte[] bytes = new byte[pixels.length];
            for (int j = 0; j < bytes.length; j++) {
                final boolean inside =
                    j / width >= top && j / width < top + SQUARE && j % width >= left && j % width < left + SQUARE;
                bytes[j] = inside ? 0 : (byte)Math.round(255 * pixels[j]);
            }
            set.add(images.id(i), bytes, images.label(i));
        }
        return set.build();
    }

    private static double mean(final double[][] scores, final int column) {
        return Stream.of(scores).mapToDouble(score -> score[column]).average().orElseThrow();
    }

    private static double deviation(final double[][] scores) {
        final double mean = mean(scores, 0);
        final double squares = Stream.of(scores).mapToDouble(s -> (s[0] - mean) * (s[0] - mean)).sum();
        return Math.sqrt(squares / Math.max(1, scores.length - 1));
    }
}
