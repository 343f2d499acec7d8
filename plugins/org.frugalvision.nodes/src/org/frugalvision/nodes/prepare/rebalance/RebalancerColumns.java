// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.frugalvision.nodes.image.MultiBandImageValue;
import org.frugalvision.nodes.prepare.rebalance.ClassRebalancerNodeParameters.Weight;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.NumberCells;
import org.frugalvision.nodes.table.SourceColumn;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the node finds what it reads.
 *
 * @param table the columns of the table
 * @param label index of the column of labels
 * @param image index of the column of images; none: nothing looks at them
 * @param vectors index of the column of embeddings; none: nothing needs them, or the images stand for them
 * @param changes whether images may change
 * @param weight whether a weight is appended
 */
record RebalancerColumns(DataTableSpec table, int label, OptionalInt image, OptionalInt vectors, boolean changes,
    boolean weight) {

    static RebalancerColumns of(final DataTableSpec table, final ClassRebalancerNodeParameters parameters)
        throws InvalidSettingsException {
        final boolean given = parameters.m_embedding != null && !parameters.m_embedding.isEmpty();
        final OptionalInt vectors = parameters.measuresScale() && given ? OptionalInt.of(
            Columns.find(table, parameters.m_embedding, "Embedding column", "lists", ListDataValue.class))
            : OptionalInt.empty();
        final boolean looks = parameters.changes() || parameters.measuresScale() && !given;
        return new RebalancerColumns(table, Columns.label(table, parameters.m_labelColumn),
            looks ? OptionalInt.of(Columns.image(table, parameters.m_imageColumn)) : OptionalInt.empty(), vectors,
            parameters.changes(), parameters.m_weight != Weight.NONE);
    }

    /** Whether images are multi-band images. */
    boolean bands() {
        return table.getColumnSpec(image.getAsInt()).getType().isCompatible(MultiBandImageValue.class);
    }

    /** The same columns, where a row comes from, the number of the copy and perhaps its weight. */
    DataTableSpec rebalanced() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        table.forEach(columns::add);
        if (changes) {
            final DataColumnSpec images = columns.get(image.getAsInt());
            final var creator = new DataColumnSpecCreator(images);
            creator.setType(DataType.getCommonSuperType(images.getType(), ImageCell.columns(bands()).get(0).getType()));
            columns.set(image.getAsInt(), creator.createSpec());
        }
        columns.add(SourceColumn.of(table, "rebalanced from"));
        columns.add(NumberCells.ints(DataTableSpec.getUniqueColumnName(table, "copy")));
        if (weight) {
            columns.add(NumberCells.doubles(DataTableSpec.getUniqueColumnName(table, "class weight")));
        }
        return new DataTableSpec(table.getName(), columns.toArray(DataColumnSpec[]::new));
    }
}
