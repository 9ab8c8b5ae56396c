# Sourced by the scripts of this folder: the addresses, ports and folders of one loopback node.
# Every value can be set from the environment, so that several nodes run beside each other.
# shellcheck shell=bash disable=SC2034
home=${TACTUS_HOME:-$repo/.tactus}
case "$home" in /*) ;; *) home=$PWD/$home ;; esac

# Addresses: one per role, because an endpoint is told by its source address.
node=${TACTUS_NODE:-node1}
ami_port=${TACTUS_AMI_PORT:-5038}
sip_port=${TACTUS_SIP_PORT:-5060}
http_port=${TACTUS_HTTP_PORT:-8088}
rtp_start=${TACTUS_RTP_START:-10000}
rtp_end=${TACTUS_RTP_END:-14999}
node_address=127.0.0.1
carrier_address=127.0.0.2
phones_address=127.0.0.3
carrier_port=${TACTUS_CARRIER_PORT:-5060}
phones_port=${TACTUS_PHONES_PORT:-5060}
phones=${TACTUS_PHONES:-10}     # how many of them there are
browsers=${TACTUS_BROWSERS:-10} # endpoints for agents' browsers

root=$home/asterisk-root        # Asterisk and its libraries, as seen by the host
state=$home/asterisk/$node      # this node's secrets, recordings and log
sounds=$home/asterisk/sounds    # what Asterisk plays as tactus/<name>, for all nodes
sipp_state=$home/sipp

[[ $node =~ ^[a-z0-9-]{1,30}$ ]] || { echo "TACTUS_NODE: expected lower-case letters, digits and -, got '$node'" >&2; exit 2; }
[[ $phones =~ ^[0-9]{1,2}$ ]] || { echo "TACTUS_PHONES: expected 0 to 99, got '$phones'" >&2; exit 2; }
[[ $browsers =~ ^[0-9]{1,2}$ ]] || { echo "TACTUS_BROWSERS: expected 0 to 99, got '$browsers'" >&2; exit 2; }
