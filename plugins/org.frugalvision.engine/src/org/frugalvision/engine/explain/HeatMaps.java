// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.FloatResize;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Split;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Explains images: where each has what speaks for a class. Equal bits on any number of threads. Counts what it costs,
 * all sets of images together. Not thread-safe.
 */
public final class HeatMaps {

    /** The explained class of an image for which no other is asked: the most probable one, of equal ones the first. */
    public static final int PREDICTED = -1;

    private final Network m_network;

    private final Explanation m_explanation;

    private final Fingerprint m_images = new Fingerprint();

    private long m_scored;

    private long m_forward;

    private long m_backward;

    private double m_seconds;

    private double m_cpuSeconds;

    /**
     * @param network a network
     * @param explanation how its view of images is explained
     */
    public HeatMaps(final Network network, final Explanation explanation) {
        m_network = network;
        m_explanation = explanation;
    }

    /**
     * Waits for the right to compute and explains images. Cost: see {@link ExplainerInfo#cost}.
     *
     * @param images images that the network takes
     * @param classes for each image the index of the network's class to explain, or {@link #PREDICTED}
     * @param run progress and cancel, within one batch
     * @return a heat map for each image, in order
     * @throws CanceledException if the work was canceled
     * @throws DataException if the network does not take images of this shape, has no layer with maps, its numbers are
     *             not finite, or the memory is not enough
     * @throws org.frugalvision.engine.run.SettingsException if the chosen layer has no maps, or is passed by
     */
    public List<HeatMap> of(final ImageSet images, final int[] classes, final RunControl run)
        throws CanceledException {
        final List<HeatMap> heat = new ArrayList<>();
        if (images.size() == 0) {
            return heat;
        }
        final NetworkSpec spec = m_network.specFor(images.shape(), Wording.row(images.id(0)));
        final Split split = ExplainedLayer.of(spec, m_explanation.layer());
        final int batchSize = m_explanation.inference().batchSize(spec);
        try (Compute.Lease lease = Compute.lease(run)) {
            final long start = System.nanoTime();
            final CpuTime cpu = CpuTime.ofProcess();
            try (CutNetwork network = CutNetwork.open(spec, m_network.weights(), split, batchSize,
                Compute.threads(m_explanation.inference().threads()))) {
                for (int first = 0; first < images.size(); first += batchSize) {
                    run.checkCanceled();
                    final int count = Math.min(batchSize, images.size() - first);
                    heat.addAll(batch(network, images, first, count, classes,
                        run.part((double)first / images.size(), (double)(first + count) / images.size())));
                    run.progress((double)(first + count) / images.size(), "%s of %s explained".formatted(
                        Wording.value(first + count), Wording.count(images.size(), "image", "images")));
                }
                m_scored += network.scored();
                m_forward += network.forward();
                m_backward += network.backward();
            }
            m_seconds += (System.nanoTime() - start) / 1e9;
            m_cpuSeconds += cpu.seconds();
        }
        return heat;
    }

    /** @return what it has cost so far */
    public CostEntry entry() {
        final Provenance provenance = new Provenance("explain",
            Map.of("network", m_network.hash(), "method", m_explanation.method().toString(), "layer",
                m_explanation.layer(), "multiplyAdds", Long.toString(m_forward)),
            0, m_images.hex(), EngineVersion.CURRENT);
        return Traffic.of(m_network.spec()).in(CostEntry.of(CostEntry.idOf("explain", provenance),
            "Heat maps by %s: %s (energy: estimate at %s W per busy core)".formatted(
                Explainers.info(m_explanation.method().method()).label(),
                Wording.count(m_scored, "pass forward", "passes forward"), Wording.value(CostEntry.WATTS_PER_CORE)))
            .withScoring(m_scored, m_forward).with(Quantity.BACKWARD_MACS, m_backward)
            .withSeconds(m_seconds, m_cpuSeconds));
    }

    private List<HeatMap> batch(final CutNetwork network, final ImageSet images, final int first, final int count,
        final int[] classes, final RunControl run) throws CanceledException {
        final int size = images.shape().size();
        final float[] pixels = new float[count * size];
        for (int i = 0; i < count; i++) {
            images.readPixels(first + i, pixels, i * size);
            m_images.add(images.id(first + i)).add(classes[first + i]);
        }
        m_images.add(pixels);
        final float[][] seen = network.scoresAndMaps(pixels, count);
        final double[][] probabilities = new double[count][];
        final int[] explained = new int[count];
        for (int i = 0; i < count; i++) {
            probabilities[i] = probabilities(seen[0], i, count, images.id(first + i));
            explained[i] = classes[first + i] == PREDICTED ? highest(probabilities[i]) : classes[first + i];
        }
        final LayerMaps maps = new LayerMaps(network, pixels, seen[1], explained);
        final float[] weights = Explainers.create(m_explanation.method()).weights(maps, run);
        final List<HeatMap> heat = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heat.add(new HeatMap(explained[i], probabilities[i][explained[i]], heat(maps, weights, i)));
        }
        return heat;
    }

    /** The weighted sum of an image's maps, nothing below 0, in the size of the image, divided by its largest value. */
    private static float[] heat(final LayerMaps maps, final float[] weights, final int image) {
        final float[] small = new float[maps.places()];
        for (int place = 0; place < small.length; place++) {
            double sum = 0;
            for (int map = 0; map < maps.count(); map++) {
                final int index = image * maps.count() + map;
                sum += (double)weights[index] * maps.values()[index * small.length + place];
            }
            small[place] = (float)Math.max(0, sum);
        }
        final float[] heat = new float[maps.area()];
        new FloatResize(new ImageShape(1, maps.mapShape().height(), maps.mapShape().width()), maps.shape().height(),
            maps.shape().width()).apply(small, 0, heat, 0);
        float most = 0;
        for (final float value : heat) {
            most = Math.max(most, value);
        }
        for (int i = 0; i < heat.length && most > 0; i++) {
            heat[i] = Math.max(0, heat[i] / most);
        }
        return heat;
    }

    private double[] probabilities(final float[] scores, final int image, final int images, final String id) {
        final int classes = scores.length / images;
        for (int k = image * classes; k < (image + 1) * classes; k++) {
            if (!Float.isFinite(scores[k])) {
                throw new DataException(Wording.row(id), "the network's numbers for this image are too large to tell "
                    + "the classes apart.", "Train the network again with a lower learning rate.");
            }
        }
        return m_network.labelling().probabilities(scores, image * classes, classes);
    }

    private static int highest(final double[] probabilities) {
        int highest = 0;
        for (int k = 1; k < probabilities.length; k++) {
            highest = probabilities[k] > probabilities[highest] ? k : highest;
        }
        return highest;
    }
}
