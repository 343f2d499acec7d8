// SPDX-License-Identifier: Apache-2.0
// bench/run DriftBench SEEDS: false alarms and delays of all drift detectors, on generated streams and on Fashion-MNIST

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.drift.DetectorInfo;
import org.frugalvision.engine.drift.DriftDetectors;
import org.frugalvision.engine.drift.DriftEvent;
import org.frugalvision.engine.drift.DriftMonitor;
import org.frugalvision.engine.drift.DriftSettings;
import org.frugalvision.engine.drift.Level;
import org.frugalvision.engine.drift.Observation;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Every stream begins with 500 rows that detectors learn from. Generated streams: 1,000 rows more without drift, or with
 * drift from the 500th on, at once or over 500 rows. Fashion-MNIST: LeNet-5 trained on 4,000 images; 500 rows of the
 * other 2,000 images as they are, then 500 that are changed, in 10 orders for each network. Told are the share of streams
 * with a false alarm, false alarms per 1,000 rows without drift, misses, and the median delay in rows.
 */
public final class DriftBench {

    private static final int LEARNED = 500;

    private static final int CALM = 500;

    private static final int CHANGED = 500;

    private static final int ORDERS = 10;

    private DriftBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final int seeds = Integer.parseInt(arguments[0]);
        final IntToDoubleFunction abrupt = row -> row < LEARNED + CALM ? 0 : 1;
        final IntToDoubleFunction gradual =
            row -> Math.max(0, Math.min(1, (row - LEARNED - CALM) / (double)CHANGED));
        System.out.println("Generated: errors 10 % to 40 %, shares of classes and embeddings with them");
        header();
        for (final DetectorInfo info : DriftDetectors.infos()) {
            reportGenerated(info.id(), DriftSettings.DEFAULT, seeds, abrupt, gradual);
        }
        reportGenerated("ddm", new DriftSettings(30, 0.002, 100), seeds, abrupt, gradual);
        for (int network = 1; network <= 3; network++) {
            fashion(network);
        }
        System.exit(0);
    }

    private static void reportGenerated(final String id, final DriftSettings settings, final int seeds,
        final IntToDoubleFunction abrupt, final IntToDoubleFunction gradual) {
        final Tally tally = new Tally();
        final Tally slow = new Tally();
        for (int seed = 1; seed <= seeds; seed++) {
            tally.addCalm(drifts(id, settings, generated(2 * (CALM + CHANGED) + LEARNED, seed, row -> 0)),
                2 * (CALM + CHANGED));
            tally.addChanged(drifts(id, settings, generated(LEARNED + CALM + CHANGED, 1000 + seed, abrupt)));
            slow.addChanged(drifts(id, settings, generated(LEARNED + CALM + 2 * CHANGED, 2000 + seed, gradual)));
        }
        System.out.printf(Locale.ROOT, "| `%s` (%d) | %s | %s |%n", id, settings.minimumRows(), tally.all(),
            slow.changed());
    }

    private static void header() {
        System.out.println("| detector | streams with a false alarm | false alarms per 1,000 rows | missed | delay | "
            + "missed, gradual | delay, gradual |");
    }

    /** As in the tests, but with smaller changes. */
    private static List<Observation> generated(final int rows, final long seed, final IntToDoubleFunction drift) {
        final RandomGenerator random = Seeds.of(seed).named("stream").generator();
        final List<Observation> stream = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            final double share = drift.applyAsDouble(i);
            final int wrong = random.nextDouble() < 0.1 + 0.3 * share ? 1 : 0;
            final int drawn = random.nextInt(10);
            final int predicted = random.nextDouble() < 0.3 * share ? 0 : drawn;
            final float[] embedding = new float[84];
            for (int k = 0; k < embedding.length; k++) {
                embedding[k] = (float)(random.nextGaussian() + (k % 4 == 0 ? 0.7 * share : 0));
            }
            stream.add(new Observation("r" + i, OptionalDouble.of(wrong), Optional.of("c" + predicted),
                Optional.of(embedding)));
        }
        return stream;
    }

    private static void fashion(final int seed) throws CanceledException {
        final ImageSet train = FashionMnist.train();
        final int[] order = RandomOrder.of(train.size(), Seeds.of(seed).named("split").generator());
        final Network network = new Training(
            Network.initialise(Architectures.create("lenet5").build(train.shape(), train.classes().size()),
                train.classes(), "lenet5", Seeds.of(seed).named("initialise")),
            train.subset(Arrays.copyOf(order, 4000)), new TrainingSettings(15, 32, 1e-3, seed, true, 2))
                .fit(RunControl.none()).network();
        final List<ImageSet> others =
            List.of(train.subset(Arrays.copyOfRange(order, 4000, 5000)), FashionMnist.test());
        final List<Observation> before = predicted(network, others, pixels -> pixels, true);
        final List<Observation> unsure = predicted(network, others, pixels -> pixels, false);
        report(seed, "turned by 90 degrees", before, predicted(network, others, DriftBench::turned, true), unsure,
            predicted(network, others, DriftBench::turned, false));
        report(seed, "inverted", before, predicted(network, others, DriftBench::inverted, true), unsure,
            predicted(network, others, DriftBench::inverted, false));
        report(seed, "half as bright", before, predicted(network, others, DriftBench::darkened, true), unsure,
            predicted(network, others, DriftBench::darkened, false));
    }

    private static void report(final int seed, final String change, final List<Observation> before,
        final List<Observation> after, final List<Observation> unsure, final List<Observation> unsureAfter) {
        System.out.printf(Locale.ROOT, "Network %d, %s: errors %.3f to %.3f, doubt %.3f to %.3f%n", seed, change,
            mean(before), mean(after), mean(unsure), mean(unsureAfter));
        header();
        for (final DetectorInfo info : DriftDetectors.infos()) {
            print(info.id(), before, after, seed);
        }
        for (final String id : List.of("adwin", "ddm")) {
            System.out.print("without labels: ");
            print(id, unsure, unsureAfter, seed);
        }
    }

    private static void print(final String id, final List<Observation> before, final List<Observation> after,
        final int seed) {
        final Tally tally = new Tally();
        for (int order = 0; order < ORDERS; order++) {
            final int[] rows = RandomOrder.of(before.size(), Seeds.of(100 * seed + order).named("order").generator());
            final List<Observation> calm = Arrays.stream(rows).limit(LEARNED + 1500).mapToObj(before::get).toList();
            tally.addCalm(drifts(id, DriftSettings.DEFAULT, calm), 1500);
            tally.addChanged(drifts(id, DriftSettings.DEFAULT,
                IntStream.range(0, LEARNED + CALM + CHANGED)
                    .mapToObj(i -> (i < LEARNED + CALM ? before : after).get(rows[i])).toList()));
        }
        System.out.printf(Locale.ROOT, "| `%s` | %s |%n", id, tally.all());
    }

    private static double mean(final List<Observation> stream) {
        return stream.stream().mapToDouble(row -> row.error().getAsDouble()).average().orElse(0);
    }

    private static List<Observation> predicted(final Network network, final List<ImageSet> sets,
        final UnaryOperator<byte[]> change, final boolean labels) throws CanceledException {
        final List<Observation> stream = new ArrayList<>();
        try (Predictor predictor = Predictor.open(network, InferenceSettings.DEFAULT, Optional.empty(), true)) {
            for (final ImageSet set : sets) {
                final List<Prediction> predictions = predictor.predict(changed(set, change), RunControl.none());
                for (int i = 0; i < set.size(); i++) {
                    final double[] probabilities = predictions.get(i).probabilities();
                    int best = 0;
                    for (int k = 1; k < probabilities.length; k++) {
                        best = probabilities[k] > probabilities[best] ? k : best;
                    }
                    final double error =
                        labels ? best == set.label(i) ? 0 : 1 : Math.max(0, 1 - probabilities[best]);
                    stream.add(new Observation(set.id(i), OptionalDouble.of(error), Optional.of("c" + best),
                        Optional.of(predictions.get(i).embedding())));
                }
            }
        }
        return stream;
    }

    private static ImageSet changed(final ImageSet set, final UnaryOperator<byte[]> change) {
        final var builder = new ImageSetBuilder(set.shape(), set.classes());
        final float[] pixels = new float[set.shape().size()];
        for (int i = 0; i < set.size(); i++) {
            set.readPixels(i, pixels, 0);
            final byte[] values = new byte[pixels.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = (byte)Math.round(255 * pixels[k]);
            }
            builder.add("r" + i, change.apply(values), set.label(i));
        }
        return builder.build();
    }

    private static byte[] turned(final byte[] pixels) {
        final int side = (int)Math.sqrt(pixels.length);
        final byte[] turned = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            turned[i % side * side + side - 1 - i / side] = pixels[i];
        }
        return turned;
    }

    private static byte[] inverted(final byte[] pixels) {
        final byte[] inverted = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverted[i] = (byte)(255 - (pixels[i] & 0xFF));
        }
        return inverted;
    }

    private static byte[] darkened(final byte[] pixels) {
        final byte[] darkened = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            darkened[i] = (byte)((pixels[i] & 0xFF) / 2);
        }
        return darkened;
    }

    /** Positions of drift after the rows learned from, from 1 on. */
    private static List<Long> drifts(final String id, final DriftSettings settings, final List<Observation> stream) {
        final var monitor = new DriftMonitor(List.of(id), settings);
        stream.subList(0, LEARNED).forEach(monitor::learn);
        stream.subList(LEARNED, stream.size()).forEach(monitor::next);
        return monitor.events().stream().filter(event -> event.reading().level() == Level.DRIFT)
            .map(DriftEvent::position).toList();
    }

    /** Counts alarms. */
    private static final class Tally {

        private int m_calm;

        private int m_calmWithAlarm;

        private long m_falseAlarms;

        private long m_calmRows;

        private int m_missed;

        private int m_changed;

        private final List<Long> m_delays = new ArrayList<>();

        void addCalm(final List<Long> drifts, final long rows) {
            m_calm++;
            m_calmWithAlarm += drifts.isEmpty() ? 0 : 1;
            m_falseAlarms += drifts.size();
            m_calmRows += rows;
        }

        void addChanged(final List<Long> drifts) {
            m_changed++;
            final Optional<Long> noticed = drifts.stream().filter(position -> position > CALM).findFirst();
            noticed.ifPresent(position -> m_delays.add(position - CALM));
            m_missed += noticed.isEmpty() ? 1 : 0;
        }

        String all() {
            return String.format(Locale.ROOT, "%d of %d | %.2f | %s", m_calmWithAlarm, m_calm,
                1000.0 * m_falseAlarms / m_calmRows, changed());
        }

        String changed() {
            final long[] sorted = m_delays.stream().mapToLong(Long::longValue).sorted().toArray();
            return "%d of %d | %s".formatted(m_missed, m_changed,
                sorted.length == 0 ? "-" : sorted[sorted.length / 2]);
        }
    }
}
