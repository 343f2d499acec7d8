// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;

/**
 * What criteria may ask about a network: its weights, and what images do in it. What was asked once is kept; passes are
 * counted. The number of threads changes no bit.
 */
public final class PruningContext {

    private static final int GRADIENT_BATCH = 32;

    private static final int MOST_PER_CLASS = 10;

    private final Network m_network;

    private final List<ChannelGroup> m_groups;

    private final Optional<ImageSet> m_images;

    private final int m_threads;

    private final Seeds m_seeds;

    private final RunControl m_run;

    private final float[] m_weights;

    private Map<Integer, MapStatistics> m_statistics;

    private Map<Integer, double[][]> m_contributions;

    private List<float[]> m_gradients;

    private Formula m_formula;

    private long m_scored;

    private long m_otherMacs;

    private long m_backward;

    /**
     * @param network the network
     * @param groups its groups
     * @param images labelled images for criteria that need some
     * @param threads computing threads; 0: all cores but one
     * @param seeds what is drawn at random follows from them
     * @param run asked for cancellation
     */
    public PruningContext(final Network network, final List<ChannelGroup> groups, final Optional<ImageSet> images,
        final int threads, final Seeds seeds, final RunControl run) {
        m_network = network;
        m_groups = List.copyOf(groups);
        m_images = images;
        m_threads = threads;
        m_seeds = seeds;
        m_run = run;
        m_weights = network.weights();
    }

    /** @return images that went through the network so far */
    public long scored() {
        return m_scored;
    }

    /** Multiply-adds of images that went through other, smaller networks. */
    long otherMacs() {
        return m_otherMacs;
    }

    /** @return how many of them went backward, too */
    public long backward() {
        return m_backward;
    }

    /** The groups, in order. */
    List<ChannelGroup> groups() {
        return m_groups;
    }

    Seeds seeds() {
        return m_seeds;
    }

    /** The weights of the convolutions and dense layers that make a channel, one after the other. */
    float[] filter(final ChannelGroup group, final int channel) {
        final float[] filter = new float[group.members().stream().filter(this::makes).mapToInt(this::length).sum()];
        int at = 0;
        for (final ChannelGroup.Member member : group.members()) {
            if (makes(member)) {
                System.arraycopy(m_weights, graph().tensors(graph().place(member.node())).get(0).offset()
                    + (member.offset() + channel * member.span()) * length(member) / member.span(), filter, at,
                    length(member));
                at += length(member);
            }
        }
        return filter;
    }

    /** The factors of normalisation of a channel; empty if nothing normalises it. */
    double[] scales(final ChannelGroup group, final int channel) {
        return group.members().stream().filter(it -> it.role() == Role.SCALE)
            .mapToDouble(it -> m_weights[graph().tensors(graph().place(it.node())).get(0).offset() + it.offset()
                + channel * it.span()]).toArray();
    }

    /** What images do in the channels of a group. */
    MapStatistics statistics(final ChannelGroup group) throws CanceledException {
        if (m_statistics == null) {
            final ImageSet images = images();
            final int[] labels = m_network.labels(images);
            final Map<Integer, List<Reading>> readings = new HashMap<>();
            final Map<Integer, MapStatistics> statistics = new HashMap<>();
            for (final ChannelGroup each : m_groups) {
                final List<Reading> maps = new ArrayList<>();
                Reading.of(graph(), each).stream().filter(it -> maps.stream().noneMatch(it::sameMaps))
                    .forEach(maps::add);
                readings.put(each.id(), maps);
                statistics.put(each.id(), MapStatistics.empty(labels, m_network.classes().size(),
                    maps.stream().mapToInt(Reading::length).sum(), each.channels()));
            }
            forward(images, readings, (image, id, reading, values, offset) -> statistics.get(id).add(image, values,
                offset, reading));
            m_statistics = statistics;
        }
        return m_statistics.get(group.id());
    }

    /** What its channels add to what reads them, at most ten images of each class; one row for each value. */
    double[][] contributions(final ChannelGroup group) throws CanceledException {
        if (m_contributions == null) {
            final ImageSet images = some();
            final Map<Integer, List<Reading>> readings = new HashMap<>();
            final Map<Integer, double[][]> rows = new HashMap<>();
            final Map<Integer, Integer> channels = new HashMap<>();
            for (final ChannelGroup each : m_groups) {
                readings.put(each.id(), Reading.of(graph(), each));
                channels.put(each.id(), each.channels());
                rows.put(each.id(),
                    new double[images.size() * readings.get(each.id()).size() * Contributions.VALUES][]);
            }
            forward(images, readings, (image, id, reading, values, offset) -> {
                final double[][] own = new Contributions(graph(), reading, m_weights, channels.get(id)).of(
                    values, offset, m_seeds.named("contributions").child(images.id(image)).child(
                        id + " " + reading.member()).generator());
                final int at = image * readings.get(id).size() + readings.get(id).indexOf(reading);
                System.arraycopy(own, 0, rows.get(id), at * Contributions.VALUES, Contributions.VALUES);
            });
            m_contributions = rows;
        }
        return m_contributions.get(group.id());
    }

    /** By how much the loss would change, to first order, without each channel: |sum of w x dL/dw over its readers|. */
    double[] lossChanges(final ChannelGroup group) throws CanceledException {
        if (m_gradients == null) {
            m_gradients = gradients();
        }
        final double[] changes = new double[group.channels()];
        for (final float[] gradient : m_gradients) {
            final double[] products = new double[group.channels()];
            for (final Reading reading : Reading.of(graph(), group)) {
                addProducts(reading, gradient, products);
            }
            Arrays.setAll(changes, i -> changes[i] + Math.abs(products[i]) / m_gradients.size());
        }
        return changes;
    }

    private void addProducts(final Reading reading, final float[] gradient, final double[] products) {
        final int[] sizes = Shrinking.sizes(reading.weights());
        for (int i = 0; i < sizes[0] * sizes[1]; i++) {
            final int entry = i % sizes[1] - reading.member().offset();
            final int channel = Math.floorDiv(entry, reading.member().span());
            if (channel >= 0 && channel < products.length) {
                for (int k = 0; k < sizes[2]; k++) {
                    final int at = reading.weights().offset() + i * sizes[2] + k;
                    products[channel] += (double)m_weights[at] * gradient[at];
                }
            }
        }
    }

    private List<float[]> gradients() throws CanceledException {
        final ImageSet images = images();
        final int[] labels = m_network.labels(images);
        final int size = images.shape().size();
        final List<float[]> gradients = new ArrayList<>();
        try (Compute.Lease lease = Compute.lease(m_run);
            Workers workers = Workers.open(Compute.threads(m_threads));
            Replica replica = Kernels.open(m_network.spec(), workers)) {
            replica.setWeights(m_weights);
            for (int first = 0; first < images.size(); first += GRADIENT_BATCH) {
                m_run.checkCanceled();
                final int from = first;
                final int count = Math.min(GRADIENT_BATCH, images.size() - first);
                final float[] pixels = new float[count * size];
                for (int i = 0; i < count; i++) {
                    images.readPixels(first + i, pixels, i * size);
                }
                final float[] gradient = new float[m_weights.length];
                replica.gradient(new Replica.Pixels(pixels, count, images.shape()), Replica.Mode.EVALUATION,
                    (part, number, scores, target) -> slopes(labels, from + part, number, scores, target),
                    Replica.Wanted.WEIGHTS, gradient, null);
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] /= count;
                }
                gradients.add(gradient);
            }
        }
        m_scored += images.size();
        m_backward += images.size();
        return gradients;
    }

    private void slopes(final int[] labels, final int first, final int images, final float[] scores,
        final float[] gradient) {
        final int classes = m_network.classes().size();
        final float[] rows = new float[images * classes];
        for (int i = 0; i < images; i++) {
            rows[i * classes + labels[first + i]] = 1;
            Softmax.gradient(scores, rows, i * classes, classes, gradient);
        }
    }

    private void forward(final ImageSet images, final Map<Integer, List<Reading>> readings, final MapSink sink)
        throws CanceledException {
        final List<Integer> places = readings.values().stream().flatMap(List::stream).map(Reading::place).distinct()
            .sorted().toList();
        if (places.isEmpty()) {
            return;
        }
        try (Compute.Lease lease = Compute.lease(m_run);
            Workers workers = Workers.open(Compute.threads(m_threads));
            Replica replica = Kernels.open(m_network.spec(), workers)) {
            replica.setWeights(m_weights);
            replica.forward(images, InferenceSettings.DEFAULT.batchSize(m_network.spec()),
                places.stream().map(graph()::name).toList(), (first, count, values) -> {
                    for (final Map.Entry<Integer, List<Reading>> group : readings.entrySet()) {
                        for (final Reading reading : group.getValue()) {
                            final float[] output = values[places.indexOf(reading.place())];
                            for (int i = 0; i < count; i++) {
                                sink.accept(first + i, group.getKey(), reading, output, i * (output.length / count));
                            }
                        }
                    }
                }, m_run);
        }
        m_scored += images.size();
    }

    /** The formula that the search finds. */
    Formula formula(final int trees, final int generations) throws CanceledException {
        if (m_formula == null) {
            m_formula = new FormulaSearch(this).best(trees, generations);
            m_run.progress(0, "Best formula: " + m_formula);
        }
        return m_formula;
    }

    /** Accuracy on the images with half of the channels of each group left, those of the highest scores. */
    double accuracyWithHalf(final Scores scores) throws CanceledException {
        final List<double[]> all = new ArrayList<>();
        for (final ChannelGroup group : m_groups) {
            all.add(scores.of(group));
        }
        final Network half = Shrinking.of(m_network, Removal.lowest(m_groups, all,
            m_groups.stream().mapToInt(group -> (group.channels() + 1) / 2).toArray()), false);
        final ImageSet images = images();
        m_otherMacs += images.size() * half.spec().multiplyAdds();
        return Accuracy.of(half, images, m_threads, m_run).share();
    }

    private ImageSet images() {
        if (m_images.isEmpty() || m_images.get().size() == 0) {
            throw new DataException("Training images", "the criterion looks at images, but there are none.",
                "Connect a table that has rows.", "Choose a criterion that looks at weights only.");
        }
        return m_images.get();
    }

    /** The first images of each class. */
    private ImageSet some() {
        final ImageSet images = images();
        final int[] labels = m_network.labels(images);
        final int[] taken = new int[m_network.classes().size()];
        return images.subset(IntStream.range(0, labels.length).filter(i -> taken[labels[i]]++ < MOST_PER_CLASS)
            .toArray());
    }

    private Graph graph() {
        return m_network.spec().graph();
    }

    private boolean makes(final ChannelGroup.Member member) {
        return member.axis() == 0 && member.role() == Role.WEIGHT
            && ChannelGroups.sums(graph().layer(graph().place(member.node())));
    }

    /** Weights of a channel in a layer that makes it. */
    private int length(final ChannelGroup.Member member) {
        final int[] sizes = Shrinking.sizes(graph().tensors(graph().place(member.node())).get(0));
        return member.span() * sizes[1] * sizes[2];
    }

    /** Scores of the channels of a group. */
    @FunctionalInterface
    interface Scores {

        double[] of(ChannelGroup group) throws CanceledException;
    }

    @FunctionalInterface
    private interface MapSink {
        void accept(int image, int group, Reading reading, float[] values, int offset);
    }
}
