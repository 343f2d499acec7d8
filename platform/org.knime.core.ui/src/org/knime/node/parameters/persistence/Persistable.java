// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

/** A class whose non-private, non-static, non-transient fields are stored with the settings of a node. */
public interface Persistable {
}
