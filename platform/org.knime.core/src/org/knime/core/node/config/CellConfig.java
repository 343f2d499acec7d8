// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** Cells as settings: the class name, and below it the value under the simple name. */
final class CellConfig {

    private static final String CLASS = "datacell";

    private CellConfig() {
    }

    static void save(final DataCell cell, final Config config) {
        config.addString(CLASS, cell == null ? null : cell.getClass().getName());
        if (cell == null) {
            return;
        }
        final Config content = config.addConfig(cell.getClass().getName());
        final String key = cell.getClass().getSimpleName();
        if (cell instanceof StringCell) {
            content.addString(key, ((StringCell)cell).getStringValue());
        } else if (cell instanceof BooleanCell) {
            content.addBoolean(key, ((BooleanCell)cell).getBooleanValue());
        } else if (cell instanceof IntCell) {
            content.addInt(key, ((IntCell)cell).getIntValue());
        } else if (cell instanceof LongCell) {
            content.addLong(key, ((LongCell)cell).getLongValue());
        } else if (cell instanceof DoubleCell) {
            content.addDouble(key, ((DoubleCell)cell).getDoubleValue());
        } else if (!cell.isMissing()) {
            throw new IllegalArgumentException("Cells of " + cell.getClass().getName()
                + " cannot be stored as settings.");
        }
    }

    static DataCell load(final Config config) throws InvalidSettingsException {
        final String className = config.getString(CLASS);
        if (className == null) {
            return null;
        }
        final Config content = config.getConfig(className);
        switch (className.substring(className.lastIndexOf('.') + 1)) {
            case "StringCell":
                return new StringCell(content.getString("StringCell"));
            case "BooleanCell":
                return BooleanCell.get(content.getBoolean("BooleanCell"));
            case "IntCell":
                return new IntCell(content.getInt("IntCell"));
            case "LongCell":
                return new LongCell(content.getLong("LongCell"));
            case "DoubleCell":
                return new DoubleCell(content.getDouble("DoubleCell"));
            case "MissingCell":
                return DataType.getMissingCell();
            default:
                throw new InvalidSettingsException("Cells of " + className + " cannot be read from settings.");
        }
    }
}
