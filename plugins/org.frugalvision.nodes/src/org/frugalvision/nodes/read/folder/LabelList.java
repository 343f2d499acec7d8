// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.knime.core.data.DataCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.StringCell;

/** The labels of an image out of one text, such as "clear primary water". */
final class LabelList {

    private LabelList() {
    }

    /**
     * @param text labels in their order; nothing means no label
     * @param separator one character
     * @return a list of the labels, each once, without spaces around them; empty if there is none
     */
    static DataCell of(final Optional<String> text, final String separator) {
        return CollectionCellFactory.createListCell(text.stream()
            .flatMap(labels -> Arrays.stream(labels.split(Pattern.quote(separator)))).map(String::strip)
            .filter(label -> !label.isEmpty()).distinct().map(StringCell::new).toList());
    }
}
