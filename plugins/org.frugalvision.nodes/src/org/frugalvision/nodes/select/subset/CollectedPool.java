// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.NetworkAnswers;
import org.frugalvision.engine.select.Thumbnails;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.ImageRows;
import org.frugalvision.nodes.table.ImageRows.ImageRow;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.util.FileUtil;

/** What is known about the rows of a table so far; closing it frees the temporary file of its images. */
final class CollectedPool implements ImageRows.Visitor, AutoCloseable {

    private final PoolSources m_sources;

    private final Skipped m_skipped;

    private final RowValues m_values;

    private final List<String> m_ids = new ArrayList<>();

    private final List<Long> m_rows = new ArrayList<>();

    private final List<Integer> m_labels = new ArrayList<>();

    private final List<double[]> m_probabilities = new ArrayList<>();

    private final List<float[]> m_vectors = new ArrayList<>();

    private final List<Double> m_forgetting = new ArrayList<>();

    private final Thumbnails m_thumbnails = new Thumbnails();

    private ImageSetBuilder m_images;

    private ImageShape m_shape;

    CollectedPool(final PoolSources sources, final Skipped skipped) {
        m_sources = sources;
        m_skipped = skipped;
        m_values = new RowValues();
    }

    @Override
    public void visit(final ImageRow row) {
        if (m_values.missing(row, m_sources, m_skipped)) {
            return;
        }
        if (!m_sources.probabilities().isEmpty()) {
            m_probabilities.add(m_values.probabilities(row, m_sources.probabilities()));
        }
        m_sources.vectors().ifPresent(column -> m_vectors.add(m_values.vector(row, column)));
        m_sources.forgetting().ifPresent(column -> m_forgetting.add(m_values.number(row, column)));
        if (m_sources.decodes()) {
            m_thumbnails.add(row.id(), row.image().orElseThrow().image());
        }
        if (m_sources.asksNetwork()) {
            add(row.image().orElseThrow());
        }
        m_ids.add(row.id());
        m_rows.add(row.index());
        m_labels.add(row.label());
    }

    private void add(final ImageCell image) {
        if (m_images == null) {
            m_shape = image.shape();
            m_images = new ImageSetBuilder(m_shape, image.image().type(), List.of(),
                ImageSetBuilder.DEFAULT_MEMORY_BYTES, FileUtil.getWorkflowTempDir().toPath());
        }
        m_images.add(image.id(), image.valuesOf(m_shape), ImageSet.UNLABELLED);
    }

    /** Number of the row in its table of each image of the pool. */
    List<Long> rows() {
        return m_rows;
    }

    /** @param network asked if the sources say so; may be null otherwise */
    Answers answers(final Network network, final RunControl run) {
        final Answers answers = new Answers(m_ids, run);
        answers.put(Need.LABELS, control -> m_labels.stream().mapToInt(Integer::intValue).toArray());
        answers.put(Need.THUMBNAILS, m_thumbnails).put(Need.VECTORS, m_thumbnails);
        answers.put(Need.FORGETTING, control -> m_forgetting.stream().mapToDouble(Double::doubleValue).toArray());
        if (m_sources.asksNetwork() && m_images != null) {
            final var source = new NetworkAnswers(network, m_images.build(), InferenceSettings.DEFAULT);
            answers.put(Need.PROBABILITIES, source.probabilities()).put(Need.BOUNDARIES, source.boundaries());
            if (m_sources.embeds()) {
                answers.put(Need.EMBEDDINGS, source.embeddings()).put(Need.VECTORS, source.embeddings());
            }
        }
        if (!m_sources.probabilities().isEmpty()) {
            answers.put(Need.PROBABILITIES, control -> m_probabilities.toArray(double[][]::new));
        }
        if (m_sources.vectors().isPresent()) {
            answers.put(Need.EMBEDDINGS, control -> m_vectors.toArray(float[][]::new)).put(Need.VECTORS,
                control -> m_vectors.toArray(float[][]::new));
        }
        return answers;
    }

    @Override
    public void close() {
        if (m_images != null) {
            m_images.discard();
        }
    }
}
