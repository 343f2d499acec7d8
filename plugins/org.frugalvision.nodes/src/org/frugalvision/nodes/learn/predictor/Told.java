// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.StringCell;

/** What the column of predictions tells of an image, from its probabilities. */
interface Told {

    /**
     * @param name of the column
     * @return the column
     */
    DataColumnSpec column(String name);

    /**
     * @param probabilities of the classes
     * @return the cell
     */
    DataCell of(double[] probabilities);

    /** The class of highest probability; of equal ones the first. */
    static Told mostProbable(final List<String> classes) {
        final DataCell[] cells = cells(classes);
        return new Told() {

            @Override
            public DataColumnSpec column(final String name) {
                final var column = new DataColumnSpecCreator(name, StringCell.TYPE);
                column.setDomain(new DataColumnDomainCreator(cells).createDomain());
                return column.createSpec();
            }

            @Override
            public DataCell of(final double[] probabilities) {
                int best = 0;
                for (int i = 1; i < probabilities.length; i++) {
                    if (probabilities[i] > probabilities[best]) {
                        best = i;
                    }
                }
                return cells[best];
            }
        };
    }

    /**
     * A list of all classes whose probability is above the threshold of the class, in the order of the classes.
     *
     * @param thresholds of the classes; not looked at before {@link #of}
     */
    static Told above(final List<String> classes, final double... thresholds) {
        final DataCell[] cells = cells(classes);
        return new Told() {

            @Override
            public DataColumnSpec column(final String name) {
                return new DataColumnSpecCreator(name, ListCell.getCollectionType(StringCell.TYPE)).createSpec();
            }

            @Override
            public DataCell of(final double[] probabilities) {
                final List<DataCell> told = new ArrayList<>();
                for (int i = 0; i < probabilities.length; i++) {
                    if (probabilities[i] > thresholds[i]) {
                        told.add(cells[i]);
                    }
                }
                return CollectionCellFactory.createListCell(told);
            }
        };
    }

    private static DataCell[] cells(final List<String> classes) {
        return classes.stream().map(StringCell::new).toArray(DataCell[]::new);
    }
}
