// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

import org.frugalvision.engine.run.SettingsException;

/**
 * Patterns with the wildcards of {@link java.nio.file.FileSystem#getPathMatcher glob}: those with a slash match the
 * path, others the name.
 */
final class NamePatterns {

    private final List<PathMatcher> m_forNames;

    private final List<PathMatcher> m_forPaths;

    /** {@code title} is the visible name of the setting that holds the patterns. */
    NamePatterns(final String title, final List<String> patterns) {
        m_forNames = patterns.stream().filter(pattern -> !pattern.contains("/")).map(p -> matcher(title, p)).toList();
        m_forPaths = patterns.stream().filter(pattern -> pattern.contains("/")).map(p -> matcher(title, p)).toList();
    }

    /** Whether a relative path, with slashes, matches one of the patterns. */
    boolean match(final String path) {
        final var lower = path(path.toLowerCase(Locale.ROOT));
        return m_forNames.stream().anyMatch(matcher -> matcher.matches(lower.getFileName()))
            || m_forPaths.stream().anyMatch(matcher -> matcher.matches(lower));
    }

    private static Path path(final String path) {
        try {
            return Path.of(path);
        } catch (final InvalidPathException e) {
            // archives of other systems hold names that this one cannot have
            return Path.of(path.replaceAll("[\\p{Cntrl}<>:\"|?*]", "_"));
        }
    }

    private static PathMatcher matcher(final String title, final String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern.strip().toLowerCase(Locale.ROOT));
        } catch (final PatternSyntaxException e) {
            throw new SettingsException(title, "must hold readable patterns (%s)".formatted(e.getDescription()),
                pattern,
                "Correct the pattern, e.g. *.png or train/**.");
        }
    }
}
