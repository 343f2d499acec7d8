// SPDX-License-Identifier: Apache-2.0
// bench/run SelectionScaleBench [IMAGES=60000] [METHOD...]: seconds and memory of choosing a tenth of many embeddings

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Budget;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.SelectionSettings;

/**
 * Chooses a tenth of many random embeddings of 128 values in 10 classes, each about a centre of its own; facility
 * location class by class. {@code numpy_selection.py} does the same in numpy, on data of the same kind.
 */
public final class SelectionScaleBench {

    private static final int FEATURES = 128;

    private static final int CLASSES = 10;

    private SelectionScaleBench() {
    }

    /** @param args number of images, 60,000 if there is none; ids of methods, usual ones by default */
    public static void main(final String[] args) throws Exception {
        final int images = args.length == 0 ? 60_000 : Integer.parseInt(args[0]);
        final List<String> methods = args.length < 2
            ? List.of("margin", "herding-embeddings", "k-center", "badge", "facility-location")
            : Arrays.asList(args).subList(1, args.length);
        final RandomGenerator random = Seeds.of(1).generator();
        final float[][] centres = new float[CLASSES][FEATURES];
        for (final float[] centre : centres) {
            fill(centre, random);
        }
        final int[] labels = IntStream.range(0, images).map(i -> i % CLASSES).toArray();
        final float[][] vectors = new float[images][FEATURES];
        final double[][] probabilities = new double[images][];
        for (int i = 0; i < images; i++) {
            fill(vectors[i], random);
            for (int k = 0; k < FEATURES; k++) {
                vectors[i][k] += centres[labels[i]][k];
            }
            probabilities[i] = random.doubles(CLASSES).toArray();
            probabilities[i][labels[i]] += 2;
            final double sum = Arrays.stream(probabilities[i]).sum();
            probabilities[i] = Arrays.stream(probabilities[i]).map(p -> p / sum).toArray();
        }
        System.out.println("method | images | budget | seconds | MB in use");
        for (final String method : methods) {
            final Answers answers = new Answers(IntStream.range(0, images).mapToObj(i -> "Row" + i).toList(),
                RunControl.none()).put(Need.LABELS, run -> labels).put(Need.VECTORS, run -> vectors)
                    .put(Need.EMBEDDINGS, run -> vectors).put(Need.PROBABILITIES, run -> probabilities)
                    .put(Need.SELECTED, new Answers(List.of(), RunControl.none()).asOthers());
            final long start = System.nanoTime();
            new SelectionSettings(Choice.of(method), new Budget.Images(images / 10),
                method.equals("facility-location"), 1).select(answers, RunControl.none());
            System.out.printf(Locale.ROOT, "%s | %d | %d | %.1f | %d%n", method, images, images / 10,
                (System.nanoTime() - start) / 1e9,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
        System.exit(0);
    }

    private static void fill(final float[] values, final RandomGenerator random) {
        for (int k = 0; k < values.length; k++) {
            values[k] = (float)random.nextGaussian();
        }
    }
}
