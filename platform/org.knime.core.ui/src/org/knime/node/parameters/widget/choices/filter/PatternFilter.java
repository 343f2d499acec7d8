// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.persistence.Persistable;

/** A choice by a pattern for the whole name. */
final class PatternFilter implements Persistable {
    String m_pattern = "";

    boolean m_isCaseSensitive;

    boolean m_isInverted;

    Predicate<DataColumnSpec> regex() {
        return matching(m_pattern);
    }

    /** <code>*</code> stands for any characters, <code>?</code> for one. */
    Predicate<DataColumnSpec> wildcard() {
        return matching(Pattern.quote(m_pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }

    private Predicate<DataColumnSpec> matching(final String regex) {
        final var flags = Pattern.DOTALL | (m_isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        final var pattern = Pattern.compile(regex, flags);
        return column -> pattern.matcher(column.getName()).matches() != m_isInverted;
    }
}
