// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** What a cell can be read as; a cell implements one interface per view of its content. */
public interface DataValue {
}
