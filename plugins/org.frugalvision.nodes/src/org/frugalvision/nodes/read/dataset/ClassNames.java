// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.read.dataset.DatasetReaderChoices.Format;
import org.knime.core.node.InvalidSettingsException;

/** The names of labels 0, 1, 2, ... as the user types them. */
final class ClassNames {

    private static final List<String> OF_CIFAR10 =
        List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private ClassNames() {
    }

    /**
     * @param parameters with names that have been parsed once without complaint
     * @return the names that are known without opening a file; empty if there are none
     * @throws InvalidSettingsException as {@link #parse}
     */
    static List<String> of(final ImageDatasetReaderNodeParameters parameters) throws InvalidSettingsException {
        final List<String> names = parse(parameters.m_names.typed());
        return names.isEmpty() && parameters.m_format == Format.CIFAR10 ? OF_CIFAR10 : names;
    }

    /** The names that the table has before it is read. */
    static List<String> beforeReading(final ImageDatasetReaderNodeParameters parameters)
        throws InvalidSettingsException {
        return parameters.isArchive() || parameters.hasClassNamesFile() ? List.of() : of(parameters);
    }

    /**
     * @param file with one name per line; empty lines at its end do not count
     * @return the names in order
     * @throws InvalidSettingsException if a name is empty or occurs twice
     * @throws DataException if the file cannot be read
     */
    static List<String> read(final Path file) throws InvalidSettingsException {
        try {
            return check("Class names file",
                Files.readString(file).stripTrailing().lines().map(ClassName::of).toList());
        } catch (final IOException e) {
            throw new DataException(Wording.file(file),
                "the file cannot be read as text in UTF-8: %s.".formatted(FileProblem.of(e)), e,
                "Choose another file.");
        }
    }

    /**
     * @param text names separated by commas; blanks around them do not count
     * @return the names in order; empty if the text is blank
     * @throws InvalidSettingsException if a name is empty or occurs twice
     */
    static List<String> parse(final String text) throws InvalidSettingsException {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return check("Class names", Arrays.stream(text.split(",", -1)).map(ClassName::of).toList());
    }

    private static List<String> check(final String title, final List<String> names) throws InvalidSettingsException {
        final var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new InvalidSettingsException(
                    "\"%s\" must not hold an empty name, but name %d is empty.".formatted(title, i + 1));
            }
            if (!seen.add(names.get(i))) {
                throw new InvalidSettingsException(
                    "\"%s\" must differ, but \"%s\" occurs twice.".formatted(title, names.get(i)));
            }
        }
        return names;
    }
}
