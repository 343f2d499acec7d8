// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.run.SettingsException;

/**
 * Where a manifest says what.
 *
 * @param separator what stands between the fields, one character; {@code \\t} is a tabulator, which no dialog lets one
 *   type
 * @param pathColumn name of the column that holds paths
 * @param labelColumn name of the column that holds labels; empty if there is none
 * @param groupColumn name of the column that holds groups; empty if there is none
 */
public record ManifestSettings(String separator, String pathColumn, String labelColumn, String groupColumn) {

    private static final String TABULATOR = "\\t";

    /** Refuses separators that are none and a missing path column. */
    public ManifestSettings {
        if (!separator.equals(TABULATOR) && (separator.length() != 1 || "\"\r\n ".contains(separator))) {
            throw new SettingsException("Separator", "must be one character, no blank, quote or line end", separator,
                "Enter , or ; or for a tabulator \\t.");
        }
        if (pathColumn.isEmpty()) {
            throw new SettingsException("Path column", "must be the name of a column", pathColumn);
        }
    }

    /** What stands between the fields. */
    char separatorCharacter() {
        return separator.equals(TABULATOR) ? '\t' : separator.charAt(0);
    }
}
