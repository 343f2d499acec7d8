// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.explain.HeatMap;
import org.frugalvision.engine.explain.HeatMaps;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.DecodedRow;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataContainer;

/** Rows that are explained together, with images of one size; at most 1,024 rows, or 64 MB of images. */
final class ExplainedBlock {

    private static final int MOST_ROWS = 1024;

    private static final long MOST_BYTES = 64L << 20;

    private final Network m_network;

    /** Its classes in the form in which labels are compared. */
    private final List<String> m_classes;

    private final HeatMaps m_maps;

    private final ExplainedColumns m_columns;

    private final Skipped m_skipped;

    private final Skipped m_cold;

    private final List<Member> m_members = new ArrayList<>();

    private Optional<ImageShape> m_shape = Optional.empty();

    private long m_bytes;

    /** A row, what is explained in it, and for which class; nothing where that cannot be. */
    private record Member(DataRow row, Optional<ImageCell> image, int label) {
    }

    /**
     * @param network the network
     * @param maps explains images
     * @param columns what is read and appended
     * @param skipped receives the rows in which nothing can be explained
     * @param cold receives the rows in which nothing speaks for the class
     */
    ExplainedBlock(final Network network, final HeatMaps maps, final ExplainedColumns columns, final Skipped skipped,
        final Skipped cold) {
        m_network = network;
        m_classes = network.classes().stream().map(ClassName::of).toList();
        m_maps = maps;
        m_columns = columns;
        m_skipped = skipped;
        m_cold = cold;
    }

    int size() {
        return m_members.size();
    }

    /** Whether the row has to wait for the next block. */
    boolean isFullFor(final DecodedRow row) {
        return m_members.size() == MOST_ROWS || m_bytes >= MOST_BYTES
            || m_shape.isPresent() && row.decoded().isPresent() && !row.decoded().get().shape().equals(m_shape.get());
    }

    void add(final DecodedRow row) {
        Optional<ImageCell> image = row.image(m_skipped);
        int label = HeatMaps.PREDICTED;
        if (image.isPresent() && m_columns.label().isPresent()) {
            label = label(row.row());
            image = label < 0 ? Optional.empty() : image;
        }
        image.ifPresent(cell -> {
            m_shape = Optional.of(cell.shape());
            m_bytes += cell.image().values().length;
        });
        m_members.add(new Member(row.row(), image, label));
    }

    /** Below 0 if the row has no class that the network knows. */
    private int label(final DataRow row) {
        final DataCell cell = row.getCell(m_columns.label().getAsInt());
        if (cell.isMissing()) {
            m_skipped.add(row.getKey().getString(), "the class is missing");
            return -1;
        }
        final int label = m_classes.indexOf(Classes.nameOf(cell));
        if (label < 0) {
            m_skipped.add(row.getKey().getString(),
                "the network does not know the class \"%s\"".formatted(Classes.nameOf(cell)));
        }
        return label;
    }

    /** Explains the rows, writes them, and is empty again. */
    void flush(final BufferedDataContainer rows, final RunControl run) throws CanceledException {
        final List<Member> images = m_members.stream().filter(member -> member.image().isPresent()).toList();
        final List<HeatMap> heat = images.isEmpty() ? List.of()
            : m_maps.of(set(images), images.stream().mapToInt(Member::label).toArray(), run);
        int next = 0;
        for (final Member member : m_members) {
            rows.addRowToTable(
                member.image().isPresent() ? explained(member, heat.get(next++)) : m_columns.missing(member.row()));
        }
        m_members.clear();
        m_shape = Optional.empty();
        m_bytes = 0;
    }

    private DataRow explained(final Member member, final HeatMap map) {
        final String label = m_network.classes().get(map.label());
        if (map.cold()) {
            m_cold.add(member.row().getKey().getString(), "\"%s\"".formatted(label));
        }
        return m_columns.explained(member.row(), member.image().orElseThrow().image(), label, map);
    }

    private static ImageSet set(final List<Member> members) {
        final ImageCell first = members.get(0).image().orElseThrow();
        final var builder = new ImageSetBuilder(first.shape(), first.image().type(), List.of());
        for (final Member member : members) {
            final ImageCell image = member.image().orElseThrow();
            builder.add(image.id(), image.image().values(), ImageSet.UNLABELLED);
        }
        return builder.build();
    }
}
