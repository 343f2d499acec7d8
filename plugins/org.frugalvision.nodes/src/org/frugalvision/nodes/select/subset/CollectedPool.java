// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.Thumbnails;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.ImageRows;
import org.frugalvision.nodes.table.ImageRows.ImageRow;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.util.FileUtil;

/** What is known about the rows of a table so far; closing it frees the temporary file of its images. */
final class CollectedPool implements ImageRows.Visitor, AutoCloseable {

    private final PoolSources m_sources;

    /** For each class of the label column its place among the classes that count. */
    private final List<Integer> m_places;

    private final List<String> m_names;

    private final List<String> m_classes;

    private final Set<String> m_excluded;

    private final Skipped m_skipped;

    private final RowValues m_values;

    private final List<String> m_ids = new ArrayList<>();

    private final List<Long> m_rows = new ArrayList<>();

    private final List<Integer> m_labels = new ArrayList<>();

    private final Map<Need<double[][]>, List<double[]>> m_probabilities = new LinkedHashMap<>();

    private final List<float[]> m_vectors = new ArrayList<>();

    private final Map<Need<double[]>, List<Double>> m_numbers = new LinkedHashMap<>();

    private final Thumbnails m_thumbnails = new Thumbnails();

    private ImageSetBuilder m_images;

    private ImageShape m_shape;

    /**
     * @param names of the classes that the label column has; empty if labels are not read
     * @param classes names of the classes that count, in their order
     * @param excluded keys of rows that are not to be chosen
     */
    CollectedPool(final PoolSources sources, final List<String> names, final List<String> classes,
        final Set<String> excluded, final Skipped skipped) {
        m_sources = sources;
        m_names = names;
        m_classes = classes;
        m_places = names.stream().map(classes::indexOf).toList();
        m_excluded = excluded;
        m_skipped = skipped;
        m_values = new RowValues();
        sources.probabilities().keySet().forEach(need -> m_probabilities.put(need, new ArrayList<>()));
        sources.numbers().keySet().forEach(need -> m_numbers.put(need, new ArrayList<>()));
    }

    @Override
    public void visit(final ImageRow row) {
        if (m_excluded.contains(row.id())) {
            m_skipped.add(row.id(), "it is selected already");
            return;
        }
        if (m_values.missing(row, m_sources, m_skipped)) {
            return;
        }
        final int label = label(row);
        m_probabilities.forEach(
            (need, all) -> all.add(m_values.probabilities(row, m_sources.probabilities().get(need))));
        m_sources.vectors().ifPresent(column -> m_vectors.add(m_values.vector(row, column)));
        m_numbers.forEach((need, all) -> all.add(m_values.number(row, m_sources.numbers().get(need))));
        if (m_sources.decodes()) {
            m_thumbnails.add(row.id(), row.image().orElseThrow().image());
        }
        if (m_sources.asksNetwork()) {
            add(row.image().orElseThrow(), label);
        }
        m_ids.add(row.id());
        m_rows.add(row.index());
        m_labels.add(label);
    }

    private int label(final ImageRow row) {
        if (row.label() < 0) {
            return ImageSet.UNLABELLED;
        }
        final int label = m_places.get(row.label());
        if (label < 0) {
            throw new DataException(Wording.row(row.id()),
                "the network does not know the class " + Wording.value(m_names.get(row.label())) + ".",
                "Remove the rows of this class.", "Train a network that knows it.");
        }
        return label;
    }

    private void add(final ImageCell image, final int label) {
        if (m_images == null) {
            m_shape = image.shape();
            m_images = new ImageSetBuilder(m_shape, image.image().type(), m_classes,
                ImageSetBuilder.DEFAULT_MEMORY_BYTES, FileUtil.getWorkflowTempDir().toPath());
        }
        m_images.add(image.id(), image.valuesOf(m_shape), label);
    }

    /** Number of the row in its table of each image of the pool. */
    List<Long> rows() {
        return m_rows;
    }

    /** Row keys of the images of the pool. */
    List<String> ids() {
        return m_ids;
    }

    /** @param network asked if the sources say so */
    Answers answers(final PoolNetwork network, final RunControl run) {
        final Answers answers = new Answers(m_ids, run);
        answers.put(Need.LABELS, control -> m_labels.stream().mapToInt(Integer::intValue).toArray());
        answers.put(Need.CLASSES, control -> m_classes);
        answers.put(Need.THUMBNAILS, m_thumbnails).put(Need.VECTORS, m_thumbnails);
        if (m_sources.asksNetwork() && m_images != null) {
            network.put(answers, m_images.build(), m_sources);
        }
        m_numbers.forEach((need, values) -> answers.put(need,
            control -> values.stream().mapToDouble(Double::doubleValue).toArray()));
        m_probabilities.forEach((need, rows) -> answers.put(need, control -> rows.toArray(double[][]::new)));
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
