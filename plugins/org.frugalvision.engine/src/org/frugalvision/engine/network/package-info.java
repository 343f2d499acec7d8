// SPDX-License-Identifier: Apache-2.0
/** Networks: the graph as data, weights and the file format. */
package org.frugalvision.engine.network;
