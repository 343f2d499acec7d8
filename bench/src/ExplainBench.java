// SPDX-License-Identifier: Apache-2.0
// bench/run ExplainBench SEEDS EPOCHS IMAGES: what heat maps find on generated and Fashion-MNIST images

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.explain.Explainers;
import org.frugalvision.engine.explain.Explanation;
import org.frugalvision.engine.explain.HeatMap;
import org.frugalvision.engine.explain.HeatMaps;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Two tests of heat maps, for LeNet and ResNet-8 and seeds 1, 2, ... (1) Images of noise with one of four signs of
 * 10 x 10 pixels anywhere in 32 x 32: which share of the heat lies in the square of the sign, of images that are
 * predicted right (a map without any knowledge has the share of the area, 0.098). (2) Fashion-MNIST: how far the
 * probability of the predicted class falls when the hottest fifth of the pixels becomes black, or a random fifth of
 * them, or the brightest fifth.
 */
public final class ExplainBench {

    private static final int SIDE = 32;

    private static final int SIGN = 10;

    private static final double FIFTH = 0.2;

    private ExplainBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final int seeds = Integer.parseInt(arguments[0]);
        final int epochs = Integer.parseInt(arguments[1]);
        final int images = Integer.parseInt(arguments[2]);
        for (final String architecture : List.of("lenet", "resnet8")) {
            for (int seed = 1; seed <= seeds; seed++) {
                signs(architecture, epochs, images, seed);
                fashion(architecture, epochs, images, seed);
            }
        }
        System.exit(0);
    }

    private static void signs(final String architecture, final int epochs, final int count, final int seed)
        throws Exception {
        final int[] places = new int[count];
        final ImageSet test = signs(count, Seeds.of(seed).named("test"), places);
        final Network network = trained(architecture, signs(2000, Seeds.of(seed).named("train"), new int[2000]), epochs,
            seed);
        final double[][] probabilities =
            Inference.probabilities(network, test, InferenceSettings.DEFAULT, RunControl.none());
        final int[] right = IntStream.range(0, count)
            .filter(i -> highest(probabilities[i]) == test.label(i)).toArray();
        for (final var info : Explainers.infos()) {
            final HeatMaps maps = maps(network, info.id());
            final List<HeatMap> heat = maps.of(test.subset(right), predicted(right.length), RunControl.none());
            double inside = 0;
            int peaks = 0;
            int cold = 0;
            for (int i = 0; i < right.length; i++) {
                final float[] values = heat.get(i).heat();
                double all = 0;
                double box = 0;
                int hottest = 0;
                for (int k = 0; k < values.length; k++) {
                    all += values[k];
                    box += inside(k, places[right[i]]) ? values[k] : 0;
                    hottest = values[k] > values[hottest] ? k : hottest;
                }
                cold += heat.get(i).cold() ? 1 : 0;
                inside += all > 0 ? box / all : 0;
                peaks += !heat.get(i).cold() && inside(hottest, places[right[i]]) ? 1 : 0;
            }
            System.out.printf(Locale.ROOT, "SIGNS %s seed %d %s: accuracy %.3f; share of heat in the square %.3f, "
                + "hottest pixel in it %.3f, no heat at all %.3f; %.1f CPU-s%n", architecture, seed, info.id(),
                (double)right.length / count, inside / right.length, (double)peaks / right.length,
                (double)cold / right.length, maps.entry().measure(Quantity.CPU_SECONDS));
        }
    }

    private static void fashion(final String architecture, final int epochs, final int count, final int seed)
        throws Exception {
        final Network network = trained(architecture, FashionMnist.train(), epochs, seed);
        final ImageSet test = FashionMnist.test().subset(IntStream.range(0, count).toArray());
        final double[][] before = Inference.probabilities(network, test, InferenceSettings.DEFAULT, RunControl.none());
        final RandomGenerator random = Seeds.of(seed).named("random").generator();
        final int area = test.shape().size();
        final double[][] noise = new double[count][];
        final double[][] brightness = new double[count][];
        for (int i = 0; i < count; i++) {
            noise[i] = random.doubles(area).toArray();
            final float[] pixels = new float[area];
            test.readPixels(i, pixels, 0);
            brightness[i] = doubles(pixels);
        }
        System.out.printf(Locale.ROOT, "DROP %s seed %d: accuracy %.3f, random %.3f, brightest %.3f", architecture,
            seed, Accuracy.of(network, FashionMnist.test()), drop(network, test, before, noise),
            drop(network, test, before, brightness));
        for (final var info : Explainers.infos()) {
            final double[][] heat = maps(network, info.id()).of(test, predicted(count), RunControl.none()).stream()
                .map(map -> doubles(map.heat())).toArray(double[][]::new);
            System.out.printf(Locale.ROOT, ", %s %.3f", info.id(), drop(network, test, before, heat));
        }
        System.out.println();
    }

    /** By how much the probability of the predicted class falls when the fifth of pixels of highest value is black. */
    private static double drop(final Network network, final ImageSet images, final double[][] before,
        final double[][] values) throws Exception {
        final var changed = new ImageSetBuilder(images.shape(), images.classes());
        for (int i = 0; i < images.size(); i++) {
            final float[] pixels = new float[images.shape().size()];
            images.readPixels(i, pixels, 0);
            final double[] own = values[i];
            final int[] order = IntStream.range(0, own.length).boxed()
                .sorted((a, b) -> Double.compare(own[b], own[a])).mapToInt(Integer::intValue).toArray();
            final byte[] bytes = new byte[pixels.length];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte)Math.round(255 * pixels[k]);
            }
            for (int k = 0; k < FIFTH * bytes.length; k++) {
                bytes[order[k]] = 0;
            }
            changed.add(images.id(i), bytes, images.label(i));
        }
        final double[][] after =
            Inference.probabilities(network, changed.build(), InferenceSettings.DEFAULT, RunControl.none());
        double drop = 0;
        for (int i = 0; i < before.length; i++) {
            final int predicted = highest(before[i]);
            drop += (before[i][predicted] - after[i][predicted]) / before.length;
        }
        return drop;
    }

    private static HeatMaps maps(final Network network, final String method) {
        return new HeatMaps(network, new Explanation(Choice.of(method), "", InferenceSettings.DEFAULT));
    }

    private static int[] predicted(final int count) {
        final int[] classes = new int[count];
        Arrays.fill(classes, HeatMaps.PREDICTED);
        return classes;
    }

    private static Network trained(final String architecture, final ImageSet train, final int epochs, final int seed)
        throws Exception {
        final var spec = Architectures.create(architecture).build(train.shape(), train.classes().size());
        return new Training(Network.initialise(spec, train.classes(), Seeds.of(seed).named("initialise")), train,
            new TrainingSettings(epochs, 64, 1e-3, seed, true, 1)).fit(RunControl.none()).network();
    }

    /** A plus, a cross, a frame or a disc on noise. */
    private static ImageSet signs(final int count, final Seeds seeds, final int[] places) {
        final RandomGenerator random = seeds.generator();
        final var set = new ImageSetBuilder(new ImageShape(1, SIDE, SIDE), List.of("plus", "cross", "frame", "disc"));
        for (int i = 0; i < count; i++) {
            final byte[] pixels = new byte[SIDE * SIDE];
            for (int k = 0; k < pixels.length; k++) {
                pixels[k] = (byte)random.nextInt(160);
            }
            places[i] = random.nextInt(SIDE - SIGN + 1) * SIDE + random.nextInt(SIDE - SIGN + 1);
            final int label = i % 4;
            for (int k = 0; k < SIGN * SIGN; k++) {
                if (set(label, k % SIGN, k / SIGN)) {
                    pixels[places[i] + k / SIGN * SIDE + k % SIGN] = (byte)(160 + random.nextInt(96));
                }
            }
            set.add("Row" + i, pixels, label);
        }
        return set.build();
    }

    private static boolean set(final int sign, final int x, final int y) {
        final double dx = x - (SIGN - 1) / 2.0;
        final double dy = y - (SIGN - 1) / 2.0;
        return switch (sign) {
            case 0 -> Math.abs(dx) < 1 || Math.abs(dy) < 1;
            case 1 -> Math.abs(Math.abs(dx) - Math.abs(dy)) < 1;
            case 2 -> Math.max(Math.abs(dx), Math.abs(dy)) > 4;
            default -> dx * dx + dy * dy < 9;
        };
    }

    private static boolean inside(final int pixel, final int place) {
        final int x = pixel % SIDE - place % SIDE;
        final int y = pixel / SIDE - place / SIDE;
        return x >= 0 && x < SIGN && y >= 0 && y < SIGN;
    }

    private static double[] doubles(final float[] values) {
        return IntStream.range(0, values.length).mapToDouble(k -> values[k]).toArray();
    }

    private static int highest(final double[] values) {
        int highest = 0;
        for (int k = 1; k < values.length; k++) {
            highest = values[k] > values[highest] ? k : highest;
        }
        return highest;
    }
}
