// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Marks the fluent interfaces with which a node is declared. */
public interface FluentNodeAPI {
}
