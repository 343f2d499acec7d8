// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.ResizedImages;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * A network that stays in native memory from one set of images to the next. It has a {@link Compute} lease for each set
 * only, so that others may compute while images are fetched for the next one. Sets may differ in size if
 * {@link NetworkSpec#sizeFree}: the network is prepared (some 0.1 seconds) for each size, and the last four sizes stay
 * prepared. Not thread-safe.
 */
public final class Predictor implements AutoCloseable {

    private static final int MOST_SHAPES = 4;

    private final Network m_network;

    private final InferenceSettings m_settings;

    private final Optional<Cascade> m_cascade;

    private final boolean m_embeddings;

    /** The shape used longest ago comes first. */
    private final Map<ImageShape, PreparedNetwork> m_prepared = new LinkedHashMap<>(MOST_SHAPES, 1, true);

    private final Set<ImageShape> m_checked = new HashSet<>();

    private Predictor(final Network network, final InferenceSettings settings, final Optional<Cascade> cascade,
        final boolean embeddings) {
        m_network = network;
        m_settings = settings;
        m_cascade = cascade;
        m_embeddings = embeddings;
    }

    /**
     * @param network the network
     * @param settings batch size and threads
     * @param cascade whether images go through it shrunk first
     * @param embeddings whether predictions have embeddings; they come from the same pass and cost nothing
     * @return to be closed
     * @throws DataException if there is a cascade, but the network takes images of one size only or tells several
     *             labels
     */
    public static Predictor open(final Network network, final InferenceSettings settings,
        final Optional<Cascade> cascade, final boolean embeddings) {
        if (cascade.isPresent() && !network.spec().sizeFree()) {
            throw new DataException("Network", "it takes images of " + network.spec().input()
                + " only, but the confidence cascade sends them through it in two sizes.",
                "Switch Confidence cascade off.",
                "Train an architecture with a pooling head, which takes images of any size.");
        }
        if (cascade.isPresent() && network.labelling() == Labelling.SEVERAL) {
            throw new DataException("Network", "it tells several labels per image, but the confidence cascade looks at"
                + " the most likely class only.", "Switch Confidence cascade off.");
        }
        return new Predictor(network, settings, cascade, embeddings);
    }

    /**
     * @param network a network
     * @return a sentence if it is made for whole numbers of 8 bits, but is applied in single precision here; otherwise
     *         empty
     */
    public static Optional<String> warning(final Network network) {
        return network.ranges().isEmpty() || Kernels.eightBits() ? Optional.empty()
            : Optional.of("The network is made for whole numbers of 8 bits, which only oneDNN computes with here: its "
                + "scores are those of single precision, and take as long.");
    }

    /**
     * @param shape shape of an image
     * @param where names the image; see {@link Wording}
     * @throws DataException if the network does not take it
     */
    public void check(final ImageShape shape, final String where) {
        if (m_checked.contains(shape)) {
            return;
        }
        m_network.specFor(shape, where);
        if (m_cascade.isPresent()) {
            final ImageShape shrunk = m_cascade.get().shrunk(shape);
            try {
                m_network.spec().withInput(shrunk);
            } catch (IllegalArgumentException e) {
                throw new DataException(where, "shrunk to %d x %d pixels for the confidence cascade, the image is too"
                    .formatted(shrunk.width(), shrunk.height()) + " small for the network (" + reason(e) + ").", e,
                    "Raise Low resolution.", "Switch Confidence cascade off.");
            }
        }
        m_checked.add(shape);
    }

    /**
     * Waits for the right to compute and predicts images. Cost: O(images x multiply-adds).
     *
     * @param images images that the network takes
     * @param run progress and cancel, within one batch, and while it waits
     * @return predictions in the order of the images; with a cascade those of the pass that was kept
     * @throws CanceledException if the work was canceled
     * @throws DataException if the network does not take images of this shape, its scores are not finite, or the memory
     *             is not enough
     */
    public List<Prediction> predict(final ImageSet images, final RunControl run) throws CanceledException {
        if (images.size() == 0) {
            return List.of();
        }
        check(images.shape(), Wording.row(images.id(0)));
        try (Compute.Lease lease = Compute.lease(run)) {
            return List.of(m_cascade.isPresent() ? cascaded(images, m_cascade.get(), run) : forward(images, run));
        }
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        m_prepared.values().forEach(PreparedNetwork::close);
        m_prepared.clear();
    }

    private Prediction[] cascaded(final ImageSet images, final Cascade cascade, final RunControl run)
        throws CanceledException {
        final ImageShape small = cascade.shrunk(images.shape());
        final double share = cascade.scale() * cascade.scale() / (1 + cascade.scale() * cascade.scale());
        final Prediction[] predictions =
            forward(new ResizedImages(images, small.height(), small.width()), run.part(0, share));
        final int[] again = IntStream.range(0, predictions.length)
            .filter(i -> !cascade.accepts(predictions[i].probabilities())).toArray();
        if (again.length > 0) {
            final Prediction[] full = forward(images.subset(again), run.part(share, 1));
            for (int i = 0; i < again.length; i++) {
                predictions[again[i]] = full[i].after(predictions[again[i]]);
            }
        }
        return predictions;
    }

    private Prediction[] forward(final ImageSet images, final RunControl run) throws CanceledException {
        final PreparedNetwork prepared = prepared(images.shape(), images.size());
        final Prediction[] predictions = new Prediction[images.size()];
        prepared.forward(images, m_embeddings, (first, count, values) -> {
            for (int i = 0; i < count; i++) {
                final float[] scores = finite(row(values[0], i, count), images.id(first + i));
                predictions[first + i] = new Prediction(m_network.labelling(), scores,
                    m_embeddings ? row(values[1], i, count) : new float[0], prepared.multiplyAdds());
            }
        }, run);
        return predictions;
    }

    private PreparedNetwork prepared(final ImageShape shape, final int images) {
        final NetworkSpec spec = m_network.spec().withInput(shape);
        final int batches = (images - 1) / m_settings.batchSize(spec) + 1;
        final int threads = Math.min(batches, Compute.threads(m_settings.threads()));
        final PreparedNetwork present = m_prepared.get(shape);
        if (present != null && present.threads() >= threads) {
            return present;
        }
        if (present != null) {
            m_prepared.remove(shape).close();
        } else if (m_prepared.size() == MOST_SHAPES) {
            m_prepared.remove(m_prepared.keySet().iterator().next()).close();
        }
        final PreparedNetwork prepared = PreparedNetwork.open(m_network, spec, m_settings.batchSize(spec), threads);
        m_prepared.put(shape, prepared);
        return prepared;
    }

    private static float[] finite(final float[] scores, final String id) {
        for (final float score : scores) {
            if (!Float.isFinite(score)) {
                throw new DataException(Wording.row(id), "the network's numbers for this image are too large to tell "
                    + "the classes apart.", "Train the network again with a lower learning rate.");
            }
        }
        return scores;
    }

    private static float[] row(final float[] values, final int row, final int rows) {
        final int length = values.length / rows;
        return Arrays.copyOfRange(values, row * length, (row + 1) * length);
    }

    private static String reason(final IllegalArgumentException problem) {
        return problem.getMessage().replaceFirst("\\.$", "");
    }
}
