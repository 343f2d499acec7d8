// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Rows below a spec; can be read any number of times. */
public interface DataTable extends Iterable<DataRow> {

    /** Name and type of the columns. */
    DataTableSpec getDataTableSpec();

    /** A new pass over the rows. */
    @Override
    RowIterator iterator();
}
