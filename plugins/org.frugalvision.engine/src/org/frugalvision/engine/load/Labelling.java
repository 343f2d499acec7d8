// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.SettingsException;

/** How the label of an image, or its group, follows from its path. */
public sealed interface Labelling {

    /**
     * @param path path of the file below the folder that is read, with slashes, e.g. {@code train/cat/007.png}
     * @return the label, as {@link ClassName#of} has it; empty if the path has none
     */
    Optional<String> of(String path);

    /** The name of the class that a part of a path stands for, if it is not blank. */
    private static Optional<String> name(final String part) {
        return Optional.of(ClassName.of(part)).filter(name -> !name.isEmpty());
    }

    /** Nothing: no image has a label. */
    record None() implements Labelling {

        @Override
        public Optional<String> of(final String path) {
            return Optional.empty();
        }
    }

    /**
     * The name of the folder at a level of the path: 1 is the first folder below the one that is read, -1 the folder
     * that holds the file.
     *
     * @param level -64 to 64, not 0
     * @param title visible name of the setting
     */
    record Folder(int level, String title) implements Labelling {

        private static final int DEEPEST = 64;

        /** Refuses level 0 and levels that no path has. */
        public Folder {
            if (level == 0 || level < -DEEPEST || level > DEEPEST) {
                throw new SettingsException(title, "must be from -64 to 64, and not 0", level,
                    "Enter 1 for the first folder or -1 for the folder that holds the file.");
            }
        }

        /**
         * That of the label.
         *
         * @param level -64 to 64, not 0
         */
        public Folder(final int level) {
            this(level, "Path level");
        }

        @Override
        public Optional<String> of(final String path) {
            final var parts = path.split("/");
            final int folders = parts.length - 1;
            final int index = level > 0 ? level - 1 : folders + level;
            return index >= 0 && index < folders ? name(parts[index]) : Optional.empty();
        }
    }

    /**
     * The part of the path that a named group of a regular expression finds, e.g. {@code (?<label>cat|dog)_\d+}. An
     * expression without a group of the wanted name may have the group {@code label} in its place.
     *
     * @param expression searched in the path; must have a group of one of the two names
     * @param title visible name of the setting
     * @param part name of the wanted group of the expression
     */
    record Expression(String expression, String title, String part) implements Labelling {

        private static final String LABEL = "label";

        /** Refuses an expression that cannot be read or has no such group. */
        public Expression {
            if (!hasGroup(expression, title, part) && !hasGroup(expression, title, LABEL)) {
                throw new SettingsException(title, "must have a group (?<%s>...)".formatted(part), expression,
                    "Put (?<%s> and ) around the part that is the %1$s.".formatted(part));
            }
        }

        /**
         * That of the label.
         *
         * @param expression has a group {@code label}
         * @param title visible name of the setting
         */
        public Expression(final String expression, final String title) {
            this(expression, title, LABEL);
        }

        @Override
        public Optional<String> of(final String path) {
            final var matcher = Pattern.compile(expression).matcher(path);
            final String group = hasGroup(expression, title, part) ? part : LABEL;
            return matcher.find() && matcher.group(group) != null ? name(matcher.group(group)) : Optional.empty();
        }

        /** Asks a match: the empty alternative in front always matches the empty text. */
        private static boolean hasGroup(final String expression, final String title, final String name) {
            try {
                final var matcher = Pattern.compile("|" + expression).matcher("");
                return matcher.matches() && matcher.group(name) == null;
            } catch (final PatternSyntaxException e) {
                throw new SettingsException(title, "must be readable (%s)".formatted(e.getDescription()), expression,
                    "Correct the expression.");
            } catch (final IllegalArgumentException e) {
                // the only way in which a matcher says that there is no such group
                return false;
            }
        }
    }
}
